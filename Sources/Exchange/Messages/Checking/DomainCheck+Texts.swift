internal import Law

extension DomainCheck {
    /// Looks at one text by itself and keeps it where other rules need it.
    mutating func checkText(of index: Int, as place: Int, _ tree: XmlTree, _ message: CompiledMessage) {
        let rule = message.rules[place]
        let range = tree.textRange(of: index)
        let type = message.types[rule.type]
        switch type.base {
        case .string: checkLength(of: index, range, type, tree)
        case .date, .dateTime: checkDate(of: index, range, rule, type.base, tree)
        case .boolean where rule.meaning == .unborn:
            facts.isUnborn = (Self.isTrue(tree.text.span, range), index)
        case .boolean where rule.meaning == .noPlan:
            if !Self.isTrue(tree.text.span, range) {
                list.add(
                    index,
                    tree,
                    "Found that there is a plan and no plan, expected the plan or that there is none."
                )
            }
        case .boolean, .integer: break
        }
        guard rule.meaning != .nothing else { return }
        checkMeaning(of: index, range, rule.meaning, tree, message)
    }

    private mutating func checkMeaning(
        of index: Int,
        _ range: Range<Int>,
        _ meaning: RuleMeaning,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) {
        switch meaning {
        case .childNumber, .mothersNumber, .siblingNumber, .personNumber:
            checkPersonNumber(of: index, meaning, text(range, tree), tree)
        case .organisationNumber:
            if !Self.isOrganisationNumber(tree.text.span, range) {
                list.add(index, tree, "Found a number whose last digit does not fit, expected an organisation number.")
            }
        case .municipalityNumber:
            let number = try? MunicipalityNumber(parsing: text(range, tree))
            if number.flatMap({ MunicipalityRegister.national[$0] }) == nil {
                list.add(index, tree, "Found no municipality, expected a number in use since 2020.")
            }
        case .digits:
            if range.contains(where: { tree.text[$0] >= 0x80 }) {
                list.add(index, tree, "Found digits of another script, expected 0 to 9.")
            }
        case .messageID: facts.id = (text(range, tree).lowercased(), index)
        case .startMessageID: facts.startID = (text(range, tree).lowercased(), index)
        case .aboutMessageID: facts.aboutID = (text(range, tree).lowercased(), index)
        case .relation: facts.relation = (text(range, tree), index)
        case .section: facts.section = (text(range, tree), index)
        case .assistance: facts.assistance = (text(range, tree), index)
        case .typeNamespace:
            if text(range, tree) != message.specification.root.namespace.uri {
                list.add(index, tree, "Found another namespace than that of the root, expected the same.")
            }
        case .nothing, .sentAt, .unborn, .noPlan, .dueDate, .periodStart, .decisionDate, .futureDate: break
        }
    }

    private static func isTrue(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let value = CompiledType.collapsed(text, range)
        // Both begin a spelling of true and no spelling of false.
        return value.first.map { text[$0] == UInt8(ascii: "1") || text[$0] == UInt8(ascii: "t") } ?? false
    }

    private func text(_ range: Range<Int>, _ tree: XmlTree) -> String {
        String(decoding: tree.text[range], as: UTF8.self)
    }

    /// The longest text counts in UTF-16 units for some engines, and one of white space counts as none for others.
    private mutating func checkLength(of index: Int, _ range: Range<Int>, _ type: CompiledType, _ tree: XmlTree) {
        if range.count > type.maxLength, type.pattern == nil {
            let units = CompiledType.utf16Units(tree.text.span, range)
            if units > type.maxLength, CompiledType.codePoints(tree.text.span, range) <= type.maxLength {
                list.add(
                    index,
                    tree,
                    "Found \(units) UTF-16 units, expected at most \(type.maxLength), as some receivers count."
                )
            }
        }
        if type.minLength > 0, !range.isEmpty, CompiledType.isBlank(tree.text.span, range) {
            list.add(index, tree, "Found nothing but white space, expected a text.")
        }
    }

    private mutating func checkPersonNumber(of index: Int, _ meaning: RuleMeaning, _ text: String, _ tree: XmlTree) {
        let number: PersonNumber
        do throws(PersonNumber.ParseError) {
            number = try PersonNumber(parsing: text)
        } catch {
            list.add(index, tree, "Found a number that nobody can have. \(error.description)")
            return
        }
        switch meaning {
        case .childNumber:
            facts.child = number
            facts.childNode = index
        case .mothersNumber: facts.mothersNode = index
        case .siblingNumber: facts.siblings.append((number, index))
        default: break
        }
    }

    /// Nine ASCII digits whose weighted sum (3 2 7 6 5 4 3 2 1) is a multiple of 11.
    ///
    /// Source: Brønnøysundregistrene on organisasjonsnummer.
    private static func isOrganisationNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count == 9 else { return false }
        let weights: InlineArray<9, Int> = [3, 2, 7, 6, 5, 4, 3, 2, 1]
        var sum = 0
        for offset in 0..<9 {
            let digit = Int(text[range.lowerBound + offset]) - 0x30
            guard (0...9).contains(digit) else { return false }
            sum += digit * weights[offset]
        }
        return sum.isMultiple(of: 11)
    }

    /// A date that every engine reads: years of four digits, no white space around, no 24 o'clock.
    private mutating func checkDate(
        of index: Int,
        _ range: Range<Int>,
        _ rule: CompiledMessage.Rule,
        _ base: SimpleType.Base,
        _ tree: XmlTree
    ) {
        let trimmed = CompiledType.collapsed(tree.text.span, range)
        if trimmed != range {
            list.add(index, tree, "Found white space around a date, expected none, as some receivers refuse it.")
        }
        guard let date = XsdDate(tree.text.span, trimmed, hasTime: base == .dateTime) else { return }
        guard (1900...2199).contains(date.year),
            let day = CalendarDay(year: date.year, month: date.month, day: date.day)
        else {
            list.add(index, tree, "Found a year outside 1900 to 2199, expected a day of our time.")
            return
        }
        if date.second == 86_400 {
            list.add(index, tree, "Found 24:00:00, expected 00:00:00 of the next day, as some receivers refuse it.")
        }
        switch rule.meaning {
        case .sentAt: checkSending(at: index, text(trimmed, tree), written: day, tree)
        case .dueDate: facts.dueDate = (day, index)
        case .periodStart: facts.periodStart = (day, index)
        case .decisionDate: facts.decisionDate = (day, index)
        case .futureDate: facts.futureDate = (day, index)
        default: break
        }
    }

    /// Keeps the Norwegian day of sending, which other dates are held against.
    ///
    /// - Parameters:
    ///   - index: The element.
    ///   - text: The time, with or without zone.
    ///   - written: The day in the text, for want of a time that we can place.
    ///   - tree: The document.
    private mutating func checkSending(at index: Int, _ text: String, written: CalendarDay, _ tree: XmlTree) {
        let day = OsloTime.instant(parsingLocal: text).map(OsloTime.day(at:)) ?? written
        facts.sentOn = day
        if day.dayNumber > today.dayNumber + 1 {
            list.add(index, tree, "Found a sending time in the future, expected one not after tomorrow.")
        }
    }
}
