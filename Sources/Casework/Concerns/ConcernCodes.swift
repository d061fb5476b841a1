/// What the statistics ask of a report of concern, by the register's lists (`Melder`, `Saksinnhold`).
package struct ConcernCodes: Hashable, Sendable {
    /// Who reported it; more than one where several did so together.
    package var reporters: [StatedCode]
    /// What it is about.
    package var contents: [StatedCode]

    package init(reporters: [StatedCode], contents: [StatedCode]) {
        self.reporters = reporters
        self.contents = contents
    }
}
