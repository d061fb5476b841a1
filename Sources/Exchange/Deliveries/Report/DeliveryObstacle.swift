/// Why a file could not be checked at all, as a delivery or as an archive of some.
///
/// Each has words in the catalogs, by its raw value.
package enum DeliveryObstacle: String, Error, Hashable, Sendable, CaseIterable {
    /// It does not exist, is no file or may not be read.
    case missing
    /// A folder without XML files and archives.
    case emptyFolder
    /// An archive without XML files.
    case emptyArchive
    /// An archive that breaks its format, or an entry whose bytes do.
    case brokenArchive
    /// An entry of an archive that cannot be unpacked without a password.
    case encrypted
    /// An entry packed by another method than deflate.
    case packing
    /// An entry that is much larger unpacked than a delivery is.
    case bomb
    /// An archive of more entries than are looked at.
    case crowded
    /// Reference mode needs a year, and neither the file nor the caller names one.
    case noYear
    /// There is no program of reference for the register.
    case noReference
}

extension DeliveryFileReport {
    /// Begins the report of a file that could not be checked: one entry `XML_FILE` that says why.
    ///
    /// - Parameters:
    ///   - file: What the file is called in the report.
    ///   - format: What it was taken for; nothing where only the file itself could have told.
    ///   - mode: How the rules would have been read.
    ///   - obstacle: Why it could not be checked.
    package init(
        file: String,
        format: DeliveryFormat?,
        mode: KostraFrame.Mode,
        obstacle: DeliveryObstacle
    ) {
        var entry = DeliveryEntry(rule: KostraRules.unreadable.id, severity: .fatal)
        entry.facts.words = "XML_FILE.\(obstacle.rawValue)"
        self.init(
            file: file,
            format: format,
            mode: mode,
            overall: .fatal,
            controls: 0,
            entries: [entry],
            isRead: false
        )
    }
}
