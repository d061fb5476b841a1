import Planning

/// The parts about the plan itself and its places: what it is called, how it is run, how many places, and what they cost.
extension PlanEditorParts {
    // MARK: About

    var about: [PlanEditorPage.Group] {
        [
            .init(
                id: "group-about",
                title: catalog.text("planning.part.about"),
                help: nil,
                fields: [
                    line("/name", catalog.text("planning.name"), isNumber: false),
                    Field(
                        "/note",
                        .paragraphs,
                        label: catalog.text("planning.basisNote"),
                        hint: catalog.text("planning.basisNote.hint"),
                        value: sheet.text("/note"),
                        error: error("/note"),
                        isOptional: true
                    ),
                    line(
                        "/unit",
                        catalog.text("planning.unit.field"),
                        hint: catalog.text("planning.unit.hint"),
                        isNumber: false,
                        isOptional: true
                    ),
                    line(
                        "/starts",
                        catalog.text("planning.starts"),
                        hint: catalog.text("planning.starts.hint"),
                        isNumber: false,
                        isOptional: true
                    ),
                ],
                rows: [],
                add: nil
            ),
            .init(
                id: "group-run",
                title: catalog.text("planning.run"),
                help: nil,
                fields: [
                    line(
                        "/run/length",
                        catalog.text("planning.run.length"),
                        hint: catalog.text("planning.run.length.hint")
                    ),
                    line(
                        "/run/warmUp",
                        catalog.text("planning.run.warmUp"),
                        hint: catalog.text("planning.run.warmUp.hint"),
                        isOptional: true
                    ),
                    line(
                        "/run/replications",
                        catalog.text("planning.replications"),
                        hint: catalog.text("planning.replications.hint"),
                        isOptional: true
                    ),
                    line(
                        "/run/seed",
                        catalog.text("planning.seed"),
                        hint: catalog.text("planning.seed.hint"),
                        isOptional: true
                    ),
                ],
                rows: [],
                add: nil
            ),
        ]
    }

    // MARK: Places

    var names: [PlanEditorPage.Group] {
        let sorts = [
            (
                "/regions", catalog.text("planning.regions"), catalog.text("planning.regions.add"),
                catalog.text("planning.region")
            ),
            (
                "/kinds", catalog.text("planning.kinds"), catalog.text("planning.kinds.add"),
                catalog.text("planning.kind")
            ),
        ]
        return sorts.map { pointer, title, button, label in
            let count = sheet.count(pointer)
            return PlanEditorPage.Group(
                id: "group" + pointer.replacing("/", with: "-"),
                title: title,
                help: error(pointer) ?? catalog.text("planning.names.help"),
                fields: [],
                rows: (0..<count).map { place in
                    PlanEditorPage.Row(
                        title: "\(label) \(place + 1)",
                        fields: [line("\(pointer)/\(place)", label, isNumber: false)],
                        path: nil,
                        remove: count > 1 ? remove("\(pointer)/\(place)") : nil
                    )
                },
                add: add(pointer, button)
            )
        }
    }

    /// How many places of each kind each region has.
    var grid: PlanSheet {
        let (kinds, regions) = (sheet.texts("/kinds"), sheet.texts("/regions"))
        var places: [String: Int] = [:]
        for number in 0..<sheet.count("/places") {
            let pointer = "/places/\(number)"
            places[PlaceName.text(sheet.text(pointer + "/kind"), sheet.text(pointer + "/region"))] = number
        }
        return PlanSheet(
            caption: catalog.text("planning.grid"),
            first: catalog.text("planning.region"),
            columns: kinds,
            rows: regions.map { region in
                let shownName = region == Scenario.everywhere ? everywhere : region
                return PlanSheet.Row(
                    name: shownName,
                    cells: kinds.map { kind in
                        let number = places[PlaceName.text(kind, region)]
                        let pointer = number.map { "/places/\($0)/count" }
                        return PlanSheet.Cell(
                            name: pointer.map { Self.name($0) } ?? Self.name(PlaceName.text(kind, region), "new:"),
                            label: "\(kind), \(shownName)",
                            value: pointer.map { shown(sheet.text($0)) } ?? "",
                            error: pointer.flatMap { error($0) }
                                ?? number.flatMap { error("/places/\($0)") }
                        )
                    }
                )
            }
        )
    }

    var costs: [PlanEditorPage.Group] {
        (0..<sheet.count("/places")).map { number in
            let pointer = "/places/\(number)"
            let region = sheet.text(pointer + "/region")
            let changes = pointer + "/changes"
            return PlanEditorPage.Group(
                id: "group-place-\(number)",
                title: "\(sheet.text(pointer + "/kind")), \(region == Scenario.everywhere ? everywhere : region)",
                help: nil,
                fields: [
                    line(pointer + "/costOpen", catalog.text("planning.costOpen"), isOptional: true),
                    line(pointer + "/costUsed", catalog.text("planning.costUsed"), isOptional: true),
                    line(
                        pointer + "/waiting",
                        catalog.text("planning.waiting"),
                        hint: catalog.text("planning.waiting.hint"),
                        isOptional: true
                    ),
                    line(pointer + "/surge/places", catalog.text("planning.surge.places"), isOptional: true),
                    line(pointer + "/surge/after", catalog.text("planning.surge.after"), isOptional: true),
                    line(pointer + "/surge/cost", catalog.text("planning.surge.cost"), isOptional: true),
                ],
                rows: (0..<sheet.count(changes)).map { place in
                    let change = "\(changes)/\(place)"
                    return PlanEditorPage.Row(
                        title: catalog.text("planning.change", ["number": String(place + 1)]),
                        fields: [
                            line(change + "/at", catalog.text("planning.change.at")),
                            line(
                                change + "/by",
                                catalog.text("planning.change.by"),
                                hint: catalog.text("planning.change.by.hint")
                            ),
                            line(change + "/until", catalog.text("planning.change.until"), isOptional: true),
                            line(
                                change + "/probability",
                                catalog.text("planning.change.probability"),
                                isOptional: true
                            ),
                        ],
                        path: nil,
                        remove: remove(change)
                    )
                },
                add: add(changes, catalog.text("planning.change.add"))
            )
        }
    }
}
