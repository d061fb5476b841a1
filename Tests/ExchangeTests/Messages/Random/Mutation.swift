import Exchange

/// A way to change one element of a valid document.
enum Mutation: String, CaseIterable {
    case drop, duplicate, swapWithNext, rename, changeNamespace, addUnknown, addAttribute, addSchemaLocation
    case addTextBesideElements, addBlankBesideElements, addOtherChoice, empty, blank
    case tooLong, tooShort, longInUnitsOnly, unknownCode, otherCode, breakPattern, breakBase, foreignDigits
    case breakCheckDigit, repeatUnique, addUnasked, dropAsked, contradict

    /// What our own rules must say of the result; nothing where that depends on more than the change.
    ///
    /// - Parameter site: The element that was changed.
    /// - Returns: The verdict.
    func isDomainValid(at site: Site) -> Bool? {
        switch self {
        // One document has to stand twice, so a repeated one may only have moved.
        case .repeatUnique where site.rule.name == "DokumentType": nil
        case .addAttribute, .addSchemaLocation, .addBlankBesideElements: true
        case .longInUnitsOnly, .foreignDigits, .breakCheckDigit, .repeatUnique, .addUnasked, .dropAsked, .contradict:
            false
        default: nil
        }
    }
}

/// An element of a document together with its row of the table.
struct Site {
    /// Positions from the root down; empty for the root.
    let path: ArraySlice<Int>
    let rule: ElementRule
    let parent: ElementRule?

    /// The place among its neighbours.
    var position: Int { path.last ?? 0 }

    static func all(in node: MarkupNode, _ rule: ElementRule) -> [Site] {
        all(in: node, rule, parent: nil, path: [])
    }

    private static func all(
        in node: MarkupNode,
        _ rule: ElementRule,
        parent: ElementRule?,
        path: ArraySlice<Int>
    ) -> [Site] {
        let rules = rule.particles.flatMap(\.alternatives)
        let inside = node.children.enumerated().flatMap { position, child in
            rules.filter { $0.name == child.name }
                .flatMap { all(in: child, $0, parent: rule, path: path + [position]) }
        }
        return [Site(path: path, rule: rule, parent: parent)] + inside
    }
}
