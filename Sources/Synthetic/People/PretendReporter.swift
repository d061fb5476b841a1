internal import Casework

/// Somebody invented who reports: at work or as a private person.
struct PretendReporter {
    let setting: Story.Setting
    let name: String
    let phone: String
    let organisation: String
    let address: PostalAddress
    private let isWoman: Bool
    private let choice: Int

    init(_ setting: Story.Setting, place: String, using random: inout SplitMix64) {
        self.setting = setting
        let tradition = random.happens(80) ? .norwegian : random.pick(NameTable.Tradition.allCases)
        isWoman = random.happens(65)
        let given = random.pick(isWoman ? NameTable.girls(tradition) : NameTable.boys(tradition))
        name = given + " " + NameTable.surname(tradition, &random)
        phone = PretendFamily.phone(&random)
        address = PostalAddress(lines: [NameTable.street(&random)], postcode: "9995", town: place.uppercased())
        choice = random.below(12)
        organisation = place + " " + Self.institution(setting)
    }

    private static func institution(_ setting: Story.Setting) -> String {
        switch setting {
        case .school: "skole"
        case .kindergarten: "barnehage"
        case .healthStation: "helsestasjon"
        case .maternityCare: "jordmortjeneste"
        case .police: "lensmannsdistrikt"
        case .emergencyClinic: "legevakt"
        case .neighbour, .relative, .friendsParent: ""
        }
    }

    /// A domain that RFC 2606 keeps free of real mailboxes.
    var email: String {
        switch setting {
        case .school: "kontor@skole.example"
        case .kindergarten: "styrer@barnehage.example"
        case .healthStation: "helsesykepleier@helsestasjon.example"
        case .maternityCare: "jordmor@helsestasjon.example"
        case .police: "vakt@lensmann.example"
        case .emergencyClinic: "vakt@legevakt.example"
        case .neighbour, .relative, .friendsParent: "privat@post.example"
        }
    }

    func role(_ language: Language) -> String {
        let isNynorsk = language == .nynorsk
        let roles =
            switch setting {
            case .school: isNynorsk ? ["lærar", "sosiallærar", "rektor"] : ["lærer", "sosiallærer", "rektor"]
            case .kindergarten: isNynorsk ? ["pedagogisk leiar", "styrar"] : ["pedagogisk leder", "styrer"]
            case .healthStation: isNynorsk ? ["helsesjukepleiar"] : ["helsesykepleier"]
            case .maternityCare: ["jordmor"]
            case .police: ["politibetjent"]
            case .emergencyClinic: isNynorsk ? ["lege", "sjukepleiar"] : ["lege", "sykepleier"]
            case .neighbour, .relative, .friendsParent: ["privatperson"]
            }
        return roles[choice % roles.count]
    }

    /// The relation to the child, for private persons.
    func relation(_ language: Language) -> String {
        let isNynorsk = language == .nynorsk
        let relations =
            switch setting {
            case .neighbour: ["nabo til familien", isNynorsk ? "nabo i same oppgang" : "nabo i samme oppgang"]
            case .relative:
                isWoman ? ["tante til barnet", "mormor til barnet"] : ["onkel til barnet", "farfar til barnet"]
            case .friendsParent: [isNynorsk ? "forelder til ein ven av barnet" : "forelder til en venn av barnet"]
            case .school, .kindergarten, .healthStation, .maternityCare, .police, .emergencyClinic: [""]
            }
        return relations[choice % relations.count]
    }
}
