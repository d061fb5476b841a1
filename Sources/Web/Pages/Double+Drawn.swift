extension Double {
    /// A place or a length as a drawing's attribute holds it: one decimal, finer than any screen, and a point whatever the
    /// language.
    var drawn: String {
        let tenths = Int((self * 10).rounded())
        guard tenths % 10 != 0 else { return String(tenths / 10) }
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
