/// When an element is meant to be filled in (`enable`), in the two senses that matter.
///
/// Bufdir's own extended validation reads the text far more literally than the people who wrote it meant it: it
/// follows no dotted path, knows no list of values and holds an absent control for a condition that is met.
///
/// Source: the `enable` notes of the definitions; `VedleggType=999`, `FattetAv!=3`, `Status=1,2,3`,
/// `Identifikator.MorsFodselsnummer!=`.
package struct EnableCondition: Hashable, Sendable {
    /// The condition as the definition has it.
    package let text: String
    /// The element that decides, as a path of names from the neighbours on.
    package let control: [String]
    /// Whether the condition asks for another value (`!=`).
    package let isInverted: Bool
    /// The values asked for, any of which will do; empty where only presence or absence is asked for.
    package let values: [String]

    /// The name that the literal sense looks for among the neighbours.
    let literalControl: String
    /// The value that the literal sense compares with.
    let literalValue: String

    /// Reads the text of an `enable` note.
    package init(_ text: String) {
        self.text = text
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        isInverted = parts[0].hasSuffix("!")
        literalControl = String(isInverted ? parts[0].dropLast() : parts[0])
        literalValue = parts.count > 1 ? String(parts[1]) : ""
        control = literalControl.split(separator: ".").map(String.init)
        values = literalValue.split(separator: ",").map(String.init)
    }

    /// Whether the condition speaks of a value: of one of ``values``, or of any where it has none.
    @inline(__always)
    package func names(_ value: String) -> Bool {
        values.isEmpty ? !value.isEmpty : values.contains(value)
    }

    /// Whether the condition is met as it is meant.
    ///
    /// - Parameter isNamed: Whether any of the controls there are, of which there may be none, holds a value that the
    ///   condition ``names(_:)``; booleans count as `1` and `0`.
    /// - Returns: Whether the element is asked for.
    @inline(__always)
    package func isMet(whereNamed isNamed: Bool) -> Bool {
        // Without values it is the absence that the plain form asks for.
        isNamed != (isInverted != values.isEmpty)
    }

    /// Whether the condition is met as Bufdir's extended validation computes it, by the same value.
    @inline(__always)
    package func isMetLiterally(by value: String) -> Bool {
        let matches = literalValue.isEmpty ? !value.isEmpty : value == literalValue
        return (value.isEmpty || matches) != isInverted
    }
}
