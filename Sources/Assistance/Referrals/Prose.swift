/// The texts of a message (fritekst), kept beside its fact so that no folded state holds them.
package struct Prose: Hashable, Sendable {
    /// Which text of a message.
    package enum Part: UInt8, Hashable, Sendable, CaseIterable {
        /// Why (begrunnelse): of a withdrawal, an answer, a delay, a verdict, an extension, a move, an end.
        case reasons = 1
        /// The assessment of justifiability (forsvarlighetsvurdering).
        case assessment = 2
        /// What the child says (barnets synspunkt).
        case childsView = 3
        /// Why the child was not heard.
        case notHeard = 4
        /// How an offer departs from the request (avvik).
        case departure = 5
        /// What an offer depends on (vilkår).
        case conditions = 6
        /// Why the professional team's advice was not followed (begrunnelse for å fravike faglig råd).
        case overruling = 7
        /// What the professional team advised (faglig råd).
        case advice = 8
        /// Who decided, answered or asked.
        case name = 9
        /// As what (rolle).
        case role = 10
        /// What people call the place.
        case placeName = 11
        /// Why no nearer place (begrunnelse for annen region).
        case otherRegion = 12
        /// What is done meanwhile (midlertidig løsning).
        case interimMeasures = 13
        /// How the child is meanwhile (barnets situasjon).
        case childsSituation = 14
        /// What has happened; of friction, of an acute request.
        case events = 15
        /// Where it happened.
        case place = 16
        /// A question, or something else in plain words.
        case question = 17
        /// The answer to it.
        case answer = 18
        /// What has to be taken account of: health, safety, school (særlige hensyn).
        case considerations = 19
        /// A coded reason "other", in words.
        case otherReason = 20
        /// What a receipt tells: who has it, and when to expect the next step.
        case information = 21
        /// For how long a measure is wanted, in words (varighet).
        case duration = 22
    }

    /// The texts that are there; never one without a visible character.
    package private(set) var texts: [Part: String]

    /// Keeps the texts that have a visible character.
    package init(_ texts: [Part: String] = [:]) {
        self.texts = texts.filter { !$0.value.isBlank }
    }

    /// A text; nothing where it is missing or blank.
    package subscript(part: Part) -> String? {
        get { texts[part] }
        set { texts[part] = newValue.flatMap { $0.isBlank ? nil : $0 } }
    }
}

extension String {
    /// Whether nothing in it can be seen.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
