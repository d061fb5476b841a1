import Casework
import Exchange
import Law
import Office

// What a report tells of the child, for the case that it leads to: one of the child's own, or a new one.

extension CommandValues {
    /// Fills in what a report tells of the child; whoever opens the case sees it and may change it.
    mutating func tell(_ concern: Concern) {
        let child = concern.child
        set("name", child.name)
        set("number", child.number?.digits)
        set("phone", child.phone)
        set("isUnborn", child.isUnborn ? "yes" : nil)
        set("municipality", (try? MunicipalityNumber(parsing: concern.address.municipality))?.text)
        let lines = child.address.lines.joined(separator: "\n")
        let hasAddress = lines.contains { !$0.isWhitespace }
        set("residence", hasAddress ? "open" : "unknown")
        guard hasAddress else { return }
        set("address", lines)
        set("postcode", child.address.postcode)
        set("town", child.address.town)
    }
}

extension CaseDesk {
    /// The cases of the service in which a reported child is known by its number or its name, the best match first.
    ///
    /// - Throws: ``Absent`` where the person does no casework; any other error where it cannot be read.
    func cases(of child: ConcernedChild, for person: Person) async throws -> [FoundPerson] {
        let isNamed = child.name.count(where: \.isLetter) >= SearchRoutes.shortest
        let queries = [
            child.number.map(PersonQuery.number), isNamed ? PersonQuery.name(child.name) : nil,
        ].compactMap(\.self)
        var found: [FoundPerson] = []
        for query in queries {
            for hit in try await search(person, query).hits where !found.contains(where: { $0.caseID == hit.caseID }) {
                found.append(hit)
            }
        }
        return found
    }
}

extension CaseReferences.Target {
    /// A case that was found, in the words that tell it from others.
    init(_ found: FoundPerson, _ phrases: PagePhrases) {
        let catalog = phrases.catalog
        let child = CaseNames.child(found.child, phrases)
        let words = [
            found.isChild ? child : found.person,
            found.isChild ? nil : catalog.text("search.role.relative", ["child": child]),
            catalog.text("search.since", ["day": phrases.day(found.openedOn)]),
            found.isClosed ? catalog.text("search.state.closed") : nil,
        ]
        self.init(id: found.caseID, label: words.compactMap(\.self).joined(separator: ", "), isOpen: true)
    }
}

extension CaseReferences {
    /// Offers a case that was chosen by another search than that for the reported child.
    mutating func offer(chosen values: CommandValues, in form: CommandForm) {
        for field in form.fields where field.kind == .reference(.otherCase) {
            for id in values[field.name].compactMap({ RecordID($0) }) {
                offer(.otherCase, besides: Target(id: id, label: "\(id)", isOpen: true))
            }
        }
    }
}
