internal import Casework
internal import Exchange
internal import Law

extension PretendWorld {
    /// A report of concern to a service, valid in its form.
    static func document(
        for service: PretendService,
        sentAt: Instant,
        using random: inout SplitMix64
    ) -> (document: ConcernDocument, isUrgent: Bool) {
        let story = random.pick(Story.all)
        let setting = random.pick(story.settings)
        let day = OsloTime.day(at: sentAt)
        let family = PretendFamily(ages: story.ages, on: day, place: service.place, using: &random)
        let reporter = PretendReporter(setting, place: service.place, using: &random)
        let language = random.happens(70) ? Language.bokmal : .nynorsk
        let teller = Storyteller(
            language: language,
            story: story,
            setting: setting,
            reporter: reporter,
            family: family
        )
        let document = document(by: teller, to: service.municipalities, sentAt: sentAt, using: &random)
        return (document, story.isUrgent)
    }

    /// What somebody writes about a family to the service of one of these municipalities.
    static func document(
        by teller: Storyteller,
        to municipalities: [String],
        sentAt: Instant,
        using random: inout SplitMix64
    ) -> ConcernDocument {
        let (language, setting, isUrgent) = (teller.language, teller.setting, teller.story.isUrgent)
        let (family, reporter) = (teller.family, teller.reporter)
        let version: ConcernFormat.Version = random.happens(80) ? .second : .first
        let address = address(in: municipalities, using: &random)
        let worry = teller.worry(&random)
        let document =
            setting.isPublic
            ? ConcernDocument(
                version: version,
                origin: .publicBody(publicReporter(reporter, language, &random)),
                children: family.children.map { publicChild($0, of: family, language, &random) },
                guardians: family.parents.map { guardian($0, isUrgent: isUrgent, language, &random) },
                worry: worry,
                history: teller.history(&random),
                otherViews: version == .second && random.happens(25) ? views(setting, language) : nil,
                interpreter: family.tradition == .norwegian ? nil : interpreter(language, &random),
                otherServices: random.happens(35) ? otherServices(setting, language) : nil,
                address: address,
                sendingTime: localText(sentAt),
                channel: reporter.organisation
            )
            : ConcernDocument(
                version: version,
                origin: .privatePerson(privateReporter(reporter, &random)),
                children: family.children.map { privateChild($0, of: family, reporter.relation(language), &random) },
                worry: worry,
                address: address,
                sendingTime: localText(sentAt),
                channel: "Fiks bekymringsmelding"
            )
        return document.withoutEmptyTexts
    }

    private static func address(in municipalities: [String], using random: inout SplitMix64) -> ConcernAddress {
        let number = random.pick(municipalities)
        let name = (try? MunicipalityNumber(parsing: number)).flatMap { MunicipalityRegister.national[$0]?.name }
        return ConcernAddress(municipality: number, municipalityName: name ?? "", district: "00", districtName: "")
    }

    private static func publicReporter(
        _ reporter: PretendReporter,
        _ language: Language,
        _ random: inout SplitMix64
    ) -> PublicReporter {
        PublicReporter(
            name: reporter.name,
            role: reporter.role(language),
            phone: reporter.phone,
            email: reporter.email,
            organisation: reporter.organisation,
            // No organisation has a number that begins with 0.
            organisationNumber: random.happens(70) ? "000" + String(random.number(in: 100_000...999_999)) : nil,
            organisationAddress: reporter.address
        )
    }

    private static func privateReporter(_ reporter: PretendReporter, _ random: inout SplitMix64) -> PrivateReporter {
        PrivateReporter(
            name: reporter.name,
            phone: random.happens(85) ? reporter.phone : "",
            address: random.happens(70) ? reporter.address : nil
        )
    }

    private static func reason(_ child: PretendFamily.Child, _ language: Language) -> String {
        switch language {
        case .bokmal: child.age < 5 ? "Barnet er for lite" : "Vi har ikke snakket med barnet om dette ennå"
        case .nynorsk: child.age < 5 ? "Barnet er for lite" : "Vi har ikkje snakka med barnet om dette enno"
        }
    }

    private static func publicChild(
        _ child: PretendFamily.Child,
        of family: PretendFamily,
        _ language: Language,
        _ random: inout SplitMix64
    ) -> ConcernedChild {
        let isInformed = child.age >= 7 && random.happens(55)
        return ConcernedChild(
            name: child.name,
            number: child.number,
            unreadableNumber: child.number == nil && !child.isUnborn && random.happens(20) ? "ukjent" : "",
            isUnborn: child.isUnborn,
            address: family.address,
            phone: child.age >= 11 && random.happens(40) ? PretendFamily.phone(&random) : nil,
            isInformed: isInformed,
            informedReason: isInformed || child.isUnborn || random.happens(60) ? nil : reason(child, language),
            assumedAge: nil,
            relation: nil
        )
    }

    private static func privateChild(
        _ child: PretendFamily.Child,
        of family: PretendFamily,
        _ relation: String,
        _ random: inout SplitMix64
    ) -> ConcernedChild {
        ConcernedChild(
            name: random.happens(75) ? child.name : child.givenName,
            number: nil,
            unreadableNumber: "",
            isUnborn: false,
            address: family.address,
            phone: nil,
            isInformed: nil,
            informedReason: nil,
            assumedAge: random.happens(85) ? String(child.age) : nil,
            relation: relation
        )
    }

    private static func guardian(
        _ parent: PretendFamily.Parent,
        isUrgent: Bool,
        _ language: Language,
        _ random: inout SplitMix64
    ) -> Guardian {
        let isInformed = !isUrgent && random.happens(80)
        let reason =
            switch language {
            case .bokmal: isUrgent ? "Av hensyn til barnets sikkerhet" : "Har ikke lyktes i å få kontakt"
            case .nynorsk: isUrgent ? "Av omsyn til tryggleiken til barnet" : "Har ikkje lukkast i å få kontakt"
            }
        return Guardian(
            name: parent.name,
            phone: random.happens(80) ? parent.phone : nil,
            isInformed: isInformed,
            informedReason: isInformed ? nil : reason
        )
    }

    private static func views(_ setting: Story.Setting, _ language: Language) -> String {
        switch (language, setting == .school) {
        case (.bokmal, true): "Kontaktlæreren har sett det samme og stiller seg bak meldingen."
        case (.nynorsk, true): "Kontaktlæraren har sett det same og stiller seg bak meldinga."
        case (.bokmal, false): "Familien er uenig i noe av det vi beskriver, men sier at den ønsker hjelp."
        case (.nynorsk, false): "Familien er usamd i noko av det vi skildrar, men seier at han ønskjer hjelp."
        }
    }

    private static func interpreter(_ language: Language, _ random: inout SplitMix64) -> String? {
        guard random.happens(50) else { return nil }
        return switch language {
        case .bokmal: random.pick(["Ja, for den ene av foreldrene", "Ja, telefontolk er brukt tidligere", "Nei"])
        case .nynorsk: random.pick(["Ja, for den eine av foreldra", "Ja, telefontolk er brukt tidlegare", "Nei"])
        }
    }

    private static func otherServices(_ setting: Story.Setting, _ language: Language) -> String {
        switch (language, setting) {
        case (.bokmal, .school), (.bokmal, .kindergarten): "PP-tjenesten siden i høst"
        case (.nynorsk, .school), (.nynorsk, .kindergarten): "PP-tenesta sidan i haust"
        case (.bokmal, _): "Fastlegen, og NAV når det gjelder økonomien"
        case (.nynorsk, _): "Fastlegen, og NAV når det gjeld økonomien"
        }
    }
}

extension ConcernDocument {
    /// The document as it reads back: the form makes no difference between a missing and an empty text.
    fileprivate var withoutEmptyTexts: ConcernDocument {
        var document = self
        if document.history?.isEmpty == true { document.history = nil }
        return document
    }
}
