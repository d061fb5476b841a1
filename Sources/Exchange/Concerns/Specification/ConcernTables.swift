/// The forms as tables: reader, checker and writer all run from these rows.
///
/// Read from the protocol's schemas (JSON Schema 2019-09). Things that surprise and are meant so: no text has a lowest
/// or highest length; the private list of children has a `minLength`, which says nothing about a list, and so may be
/// empty; `date-time` is an annotation and not asserted; the child's telephone number has no pattern, a guardian's may
/// be any line; unknown members are allowed in every object.
enum ConcernTables {
    /// The table of a form.
    static func structure(of format: ConcernFormat) -> Structure {
        switch format {
        case .offentligV1: publicFirst
        case .offentligV2: publicSecond
        case .privatV1, .privatV2: privateForm
        }
    }

    /// The body of a `feilet` answer.
    static let failure = Structure([Field(.message, .text(.anything), .optional)])

    private static let publicFirst = publicForm(otherViews: .later)
    private static let publicSecond = publicForm(otherViews: .optional)

    private static let address = Structure([
        Field(.line1, .text(.oneLine)),
        Field(.line2, .text(.oneLine), .optional),
        Field(.line3, .text(.oneLine), .optional),
        Field(.postcode, .text(.oneLine), .optional),
        Field(.town, .text(.oneLine), .optional),
    ])

    private static let organisation = Structure([
        Field(.organisationName, .text(.oneLine)),
        Field(.organisationNumber, .text(.oneLine), .optional),
        Field(.address, .object(address)),
    ])

    private static let publicReporter = Structure([
        Field(.personName, .text(.oneLine)),
        Field(.role, .text(.oneLine)),
        Field(.phone, .text(.phone)),
        Field(.email, .text(.email)),
        Field(.organisation, .object(organisation)),
    ])

    private static let publicChild = Structure([
        Field(.number, .text(.anything)),
        Field(.unborn, .flag),
        Field(.personName, .text(.oneLine)),
        Field(.phone, .text(.anything), .optional),
        Field(.address, .object(address)),
        Field(.informed, .flag),
        Field(.informedReason, .text(.oneLine), .optional),
    ])

    private static let guardian = Structure([
        Field(.personName, .text(.oneLine)),
        Field(.phone, .text(.oneLine), .optional),
        Field(.informed, .flag),
        Field(.informedReason, .text(.oneLine), .optional),
    ])

    private static func publicForm(otherViews: Field.Presence) -> Structure {
        Structure([
            Field(.municipality, .text(.fourDigits)),
            Field(.municipalityName, .text(.oneLine)),
            Field(.district, .text(.twoDigits)),
            Field(.districtName, .text(.oneLine)),
            Field(.publicReporter, .object(publicReporter)),
            Field(.publicChildren, .list(publicChild, 1...Int.max)),
            Field(.guardians, .list(guardian, 1...2)),
            Field(.interpreter, .text(.anything), .optional),
            Field(.otherServices, .text(.anything), .optional),
            Field(
                .message,
                .object(
                    Structure([
                        Field(.message, .text(.anything)),
                        Field(.history, .text(.anything)),
                        Field(.otherViews, .text(.anything), otherViews),
                    ])
                )
            ),
            Field(.sentAt, .text(.anything)),
            Field(.channel, .text(.anything)),
        ])
    }

    private static let privateForm = Structure([
        Field(.municipality, .text(.fourDigits)),
        Field(.municipalityName, .text(.anything)),
        Field(.district, .text(.twoDigits)),
        Field(.districtName, .text(.anything)),
        Field(
            .privateReporter,
            .object(
                Structure([
                    Field(.personName, .text(.anything)),
                    Field(.phone, .text(.phone), .optional),
                    Field(.address, .object(address), .optional),
                ])
            )
        ),
        Field(
            .privateChildren,
            .list(
                Structure([
                    Field(.personName, .text(.anything)),
                    Field(.assumedAge, .text(.anything), .optional),
                    Field(.relation, .text(.anything), .optional),
                    Field(.address, .object(address)),
                ]),
                0...Int.max
            )
        ),
        Field(.message, .text(.anything)),
        Field(.sentAt, .text(.anything)),
        Field(.channel, .text(.anything)),
    ])
}
