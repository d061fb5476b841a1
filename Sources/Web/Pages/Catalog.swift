import Foundation

/// Every text of the pages in one language.
///
/// Texts with a count have two keys, `….one` and `….other`; a `{name}` in a text is a placeholder.
struct Catalog: Sendable {
    let language: Language
    /// Text by key, the same keys in every language.
    let texts: [String: String]

    /// Reads the catalog that is built into the program.
    ///
    /// - Throws: A decoding error where a built-in file is no flat JSON object of texts.
    init(_ language: Language) throws {
        self.language = language
        texts = try Self.files(language).reduce(into: [:]) { texts, bytes in
            // No key stands in two files; a test compares the counts.
            texts.merge(try JSONDecoder().decode([String: String].self, from: Data(bytes))) { first, _ in first }
        }.mapValues(Citation.tied)
    }

    /// The files that make up a language: one for each part of the program.
    ///
    /// Of a referral, `acts` are the forms that either level fills in, and `choices` what they offer to choose from; `register`
    /// are the lists of the national register.
    static func files(_ language: Language) -> [[UInt8]] {
        switch language {
        case .bokmaal:
            [
                PackageResources.catalog_nb_json, PackageResources.casework_nb_json,
                PackageResources.commands_nb_json, PackageResources.referrals_nb_json,
                PackageResources.queue_nb_json, PackageResources.room_nb_json,
                PackageResources.places_nb_json, PackageResources.acts_nb_json,
                PackageResources.choices_nb_json, PackageResources.monitor_nb_json,
                PackageResources.planning_nb_json, PackageResources.register_nb_json,
                PackageResources.report_nb_json,
            ]
        case .nynorsk:
            [
                PackageResources.catalog_nn_json, PackageResources.casework_nn_json,
                PackageResources.commands_nn_json, PackageResources.referrals_nn_json,
                PackageResources.queue_nn_json, PackageResources.room_nn_json,
                PackageResources.places_nn_json, PackageResources.acts_nn_json,
                PackageResources.choices_nn_json, PackageResources.monitor_nn_json,
                PackageResources.planning_nn_json, PackageResources.register_nn_json,
                PackageResources.report_nn_json,
            ]
        case .english:
            [
                PackageResources.catalog_en_json, PackageResources.casework_en_json,
                PackageResources.commands_en_json, PackageResources.referrals_en_json,
                PackageResources.queue_en_json, PackageResources.room_en_json,
                PackageResources.places_en_json, PackageResources.acts_en_json,
                PackageResources.choices_en_json, PackageResources.monitor_en_json,
                PackageResources.planning_en_json, PackageResources.register_en_json,
                PackageResources.report_en_json,
            ]
        }
    }

    /// The text of a key with its placeholders filled in.
    ///
    /// A key that the catalog lacks is shown as it is; the catalog tests keep that from happening.
    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return key }
        guard !values.isEmpty else { return text }
        return Self.fill(text) { values[$0] ?? "" }
    }

    /// The text of `key.one` or `key.other`, with `{count}` filled in.
    func plural(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
        let values = values.merging(["count": String(count)]) { given, _ in given }
        return text(count == 1 ? key + ".one" : key + ".other", values)
    }

    /// Replaces each `{name}` of a text by what `value` gives for the name.
    static func fill(_ text: String, _ value: (String) -> String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += value(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
