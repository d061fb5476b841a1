/// A code, and what is said of it where it does not say enough (`Kode`, `Presisering`).
package struct StatedCode: Hashable, Sendable {
    package var code: String
    package var specification: String?

    package init(_ code: String, _ specification: String? = nil) {
        self.code = code
        self.specification = specification
    }
}
