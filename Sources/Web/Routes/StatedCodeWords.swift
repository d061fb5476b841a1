import Casework

/// Codes of the register's lists, in words.
struct StatedCodeWords: Sendable {
    let catalog: Catalog

    /// Each code with what is said of it.
    func lines(_ codes: [StatedCode], _ matter: CodedMatter) -> [String] {
        codes.map { stated in
            [label(stated.code, matter), stated.specification].compactMap(\.self).joined(separator: ": ")
        }
    }

    /// What a code means; a code that no list has, as it is.
    func label(_ code: String, _ matter: CodedMatter) -> String {
        catalog.texts["code.\(list(matter)).\(code)"] ?? code
    }

    private func list(_ matter: CodedMatter) -> String {
        switch matter {
        case .reporters: "register-reporter"
        case .contents, .grounds: "register-content"
        }
    }
}
