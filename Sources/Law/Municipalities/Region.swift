/// A region of the state's second line (Bufetat-region); the raw values are the names in our table.
///
/// Oslo runs the second line itself and counts in no region.
package enum Region: String, CaseIterable, Hashable, Sendable {
    /// Bufetat region øst.
    case east = "øst"
    /// Bufetat region sør.
    case south = "sør"
    /// Bufetat region vest.
    case west = "vest"
    /// Bufetat region Midt-Norge.
    case central = "midt-norge"
    /// Bufetat region nord.
    case north = "nord"
    /// Oslo, which answers for both lines.
    case oslo = "egen"
}
