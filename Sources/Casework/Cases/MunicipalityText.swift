import Law

extension MunicipalityNumber {
    /// Whether a text has the form of a municipality's number.
    static func isOne(_ text: String) -> Bool {
        (try? MunicipalityNumber(parsing: text)) != nil
    }
}
