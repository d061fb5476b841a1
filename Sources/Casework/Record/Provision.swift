/// A provision of an act (`Lovhjemmel`, `JmfrLovhjemmel`).
package struct Provision: Hashable, Sendable {
    /// `BVL` (1992), `BVL2021` or `BL1981`.
    package var act: String
    package var chapter: String
    package var section: String
    /// Subsections (ledd).
    package var subsections: [String]
    package var letters: [String]
    /// Sentences (punktum).
    package var sentences: [String]

    package init(
        act: String,
        chapter: String,
        section: String,
        subsections: [String] = [],
        letters: [String] = [],
        sentences: [String] = []
    ) {
        self.act = act
        self.chapter = chapter
        self.section = section
        self.subsections = subsections
        self.letters = letters
        self.sentences = sentences
    }
}
