import Exchange
import Office
import Planning

/// The parts about children: who comes, what they need, how long they stay, and where else they may go.
extension PlanEditorParts {
    var classes: [PlanEditorPage.Group] {
        let count = sheet.count("/classes")
        return [
            PlanEditorPage.Group(
                id: "group-classes",
                title: catalog.text("planning.part.classes"),
                help: error("/classes") ?? catalog.text("planning.classes.help"),
                fields: [],
                rows: (0..<count).map { number in
                    PlanEditorPage.Row(
                        title: sheet.text("/classes/\(number)/name"),
                        fields: [],
                        path: path(.oneClass(number)),
                        remove: count > 1 ? remove("/classes/\(number)") : nil
                    )
                },
                add: add("/classes", catalog.text("planning.classes.add"))
            )
        ]
    }

    func oneClass(_ pointer: String) -> [PlanEditorPage.Group] {
        [
            .init(
                id: "group-class",
                title: catalog.text("planning.class"),
                help: nil,
                fields: [
                    line(pointer + "/name", catalog.text("planning.class.name"), isNumber: false),
                    line(
                        pointer + "/priority",
                        catalog.text("planning.priority"),
                        hint: catalog.text("planning.priority.hint"),
                        isOptional: true
                    ),
                ],
                rows: [],
                add: nil
            ),
            arrivals(pointer), needs(pointer), stays(pointer), wanted(pointer), transfers(pointer),
        ]
    }

    func arrivals(_ each: String) -> PlanEditorPage.Group {
        let list = each + "/arrivals"
        return .init(
            id: "group-arrivals",
            title: catalog.text("planning.arrivals"),
            help: error(list) ?? catalog.text("planning.arrivals.help"),
            fields: [],
            rows: (0..<sheet.count(list)).map { number in
                let pointer = "\(list)/\(number)"
                let hasRate = sheet[pointer + "/gaps"] == nil && sheet[pointer + "/at"] == nil
                let region = choice(
                    Self.name(pointer + "/region"),
                    catalog.text("planning.region"),
                    sheet.text(pointer + "/region"),
                    names("/regions"),
                    error: error(pointer + "/region")
                )
                let rate = line(
                    pointer + "/rate",
                    catalog.text("planning.rate"),
                    hint: error(pointer) ?? others(pointer)
                )
                return .init(
                    title: sheet.text(pointer + "/region"),
                    fields: hasRate ? [region, rate] : [region],
                    path: nil,
                    remove: remove(pointer)
                )
            },
            add: add(list, catalog.text("planning.arrivals.add"))
        )
    }

    /// That arrivals have more in the document than the form shows.
    func others(_ pointer: String) -> String? {
        let shown: Set = ["region", "rate"]
        let more = (sheet[pointer]?.members ?? []).map(\.name).filter { !shown.contains($0) }
        guard !more.isEmpty else { return nil }
        return catalog.text("planning.more", ["names": more.joined(separator: ", ")])
    }

    func needs(_ each: String) -> PlanEditorPage.Group {
        let list = each + "/needs"
        return .init(
            id: "group-needs",
            title: catalog.text("planning.needs"),
            help: error(list) ?? catalog.text("planning.needs.help"),
            fields: [],
            rows: (0..<sheet.count(list)).map { number in
                let pointer = "\(list)/\(number)"
                let isObject = sheet[pointer + "/kind"] != nil
                let kind = sheet.text(isObject ? pointer + "/kind" : pointer)
                return .init(
                    title: kind,
                    fields: [
                        choice(
                            Self.name(pointer, "need:"),
                            catalog.text("planning.kind"),
                            kind,
                            names("/kinds"),
                            error: error(pointer, inside: true)
                        ),
                        Field(
                            Self.name(pointer, "after:"),
                            .line(keyboard: "decimal"),
                            label: catalog.text("planning.need.after"),
                            value: shown(sheet.text(pointer + "/after")),
                            isOptional: true
                        ),
                    ],
                    path: nil,
                    remove: sheet.count(list) > 1 ? remove(pointer) : nil
                )
            },
            add: add(list, catalog.text("planning.needs.add"))
        )
    }

    func stays(_ each: String) -> PlanEditorPage.Group {
        .init(
            id: "group-stays",
            title: catalog.text("planning.stays"),
            help: error(each + "/stays") ?? catalog.text("planning.stays.help"),
            fields: [],
            rows: sheet.texts("/kinds").map { kind in
                .init(
                    title: kind,
                    fields: length(
                        "\(each)/stays/\(JsonPointer.token(kind))",
                        catalog.text("planning.stay.of", ["kind": kind]),
                        isOptional: true
                    ),
                    path: nil,
                    remove: nil
                )
            },
            add: nil
        )
    }

    func wanted(_ each: String) -> PlanEditorPage.Group {
        let pointer = each + "/wanted"
        let otherwise = [
            (value: "waits", label: catalog.text("planning.otherwise.waits")),
            (value: "leaves", label: catalog.text("planning.otherwise.leaves")),
            (value: "interim", label: catalog.text("planning.otherwise.interim")),
        ]
        return .init(
            id: "group-wanted",
            title: catalog.text("planning.wanted"),
            help: catalog.text("planning.wanted.help"),
            fields: length(pointer + "/within", catalog.text("planning.wanted.within"), isOptional: true) + [
                choice(
                    Self.name(pointer + "/otherwise"),
                    catalog.text("planning.otherwise"),
                    sheet.text(pointer + "/otherwise"),
                    otherwise,
                    error: error(pointer + "/otherwise"),
                    isOptional: true
                ),
                line(pointer + "/interimCost", catalog.text("planning.interimCost"), isOptional: true),
            ],
            rows: [],
            add: nil
        )
    }

    func transfers(_ each: String) -> PlanEditorPage.Group {
        let list = each + "/transfers"
        return .init(
            id: "group-transfers",
            title: catalog.text("planning.transfers"),
            help: error(list) ?? catalog.text("planning.transfers.help"),
            fields: [],
            rows: (0..<sheet.count(list)).map { number in
                let pointer = "\(list)/\(number)"
                let to = pointer + "/to/0"
                return .init(
                    title: catalog.text("planning.transfer", ["number": String(number + 1)]),
                    fields: [
                        choice(
                            Self.name(pointer + "/from"),
                            catalog.text("planning.transfer.from"),
                            sheet.text(pointer + "/from"),
                            names("/kinds"),
                            error: error(pointer + "/from")
                        ),
                        choice(
                            Self.name(to, "need:"),
                            catalog.text("planning.transfer.to"),
                            sheet.text(sheet[to + "/kind"] == nil ? to : to + "/kind"),
                            names("/kinds"),
                            error: error(pointer + "/to", inside: true)
                        ),
                        line(pointer + "/share", catalog.text("planning.transfer.share")),
                    ],
                    path: nil,
                    remove: remove(pointer)
                )
            },
            add: add(list, catalog.text("planning.transfers.add"))
        )
    }

    /// A distribution: its family and two numbers.
    func length(_ pointer: String, _ label: String, isOptional: Bool) -> [Field] {
        let family = StaySheet.family(sheet, pointer)
        let numbers = StaySheet.numbers(family, pointer)
        var options = StaySheet.families.map { (value: $0.name, label: self.label(family: $0.name)) }
        if !family.isEmpty, !StaySheet.isKnown(family) {
            options.append((value: family, label: catalog.text("planning.family.kept", ["name": family])))
        }
        func number(_ place: Int, _ label: String) -> Field {
            let at = numbers.indices.contains(place) ? numbers[place] : nil
            return Field(
                Self.name(pointer, place == 0 ? "a:" : "b:"),
                .line(keyboard: "decimal"),
                label: label,
                value: at.map { shown(sheet.text($0)) } ?? "",
                error: at.flatMap { error($0) },
                isOptional: true
            )
        }
        let known = numbers.contains { error($0) != nil }
        return [
            choice(
                Self.name(pointer, "family:"),
                label,
                family,
                options,
                error: known ? nil : error(pointer, inside: true),
                isOptional: isOptional
            ),
            number(0, catalog.text("planning.family.a")), number(1, catalog.text("planning.family.b")),
        ]
    }

    func label(family: String) -> String {
        switch family {
        case "constant": catalog.text("planning.family.constant")
        case "exponential": catalog.text("planning.family.exponential")
        case "lognormal": catalog.text("planning.family.lognormal")
        case "gamma": catalog.text("planning.family.gamma")
        case "weibull": catalog.text("planning.family.weibull")
        default: catalog.text("planning.family.uniform")
        }
    }

    // MARK: Between regions

    var overflow: PlanEditorPage.Group {
        .init(
            id: "group-overflow",
            title: catalog.text("planning.part.overflow"),
            help: catalog.text("planning.overflow.help"),
            fields: [],
            rows: (0..<sheet.count("/overflow")).map { number in
                let pointer = "/overflow/\(number)"
                let kinds = sheet.texts(pointer + "/kinds")
                let of = kinds.isEmpty ? catalog.text("planning.overflow.all") : kinds.joined(separator: ", ")
                return .init(
                    title: "\(number + 1). \(of)",
                    fields: [
                        choice(
                            Self.name(pointer + "/from"),
                            catalog.text("planning.overflow.from"),
                            sheet.text(pointer + "/from"),
                            names("/regions"),
                            error: error(pointer + "/from")
                        ),
                        choice(
                            Self.name(pointer + "/to"),
                            catalog.text("planning.overflow.to"),
                            sheet.text(pointer + "/to"),
                            names("/regions"),
                            error: error(pointer + "/to")
                        ),
                        line(pointer + "/after", catalog.text("planning.overflow.after"), isOptional: true),
                    ],
                    path: nil,
                    remove: remove(pointer)
                )
            },
            add: sheet.count("/regions") > 1 ? add("/overflow", catalog.text("planning.overflow.add")) : nil
        )
    }
}
