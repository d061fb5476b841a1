import Exchange
import Foundation
import Journal
import Law
import Office
import Web

/// The configuration file of `rettid serve`: JSON, typed, and no key that is not known.
struct ServeConfiguration: Decodable {
    struct ServiceEntry: Decodable {
        struct Member: Decodable {
            let municipality: String
            let district: String?
            let from: String
            let to: String?

            enum CodingKeys: String, CodingKey, CaseIterable { case municipality, district, from, to }

            init(from decoder: any Decoder) throws {
                let values = try decoder.strict(CodingKeys.self)
                municipality = try values.decode(String.self, forKey: .municipality)
                district = try values.decodeIfPresent(String.self, forKey: .district)
                from = try values.decode(String.self, forKey: .from)
                to = try values.decodeIfPresent(String.self, forKey: .to)
            }
        }

        let unit: String
        let name: String
        let members: [Member]
        /// Nine digits; without it the service sends no messages to the state.
        let organisationNumber: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case unit, name, members, organisationNumber }

        init(from decoder: any Decoder) throws {
            let values = try decoder.strict(CodingKeys.self)
            unit = try values.decode(String.self, forKey: .unit)
            name = try values.decode(String.self, forKey: .name)
            members = try values.decode([Member].self, forKey: .members)
            organisationNumber = try values.decodeIfPresent(String.self, forKey: .organisationNumber)
        }
    }

    struct PersonEntry: Decodable {
        let id: String
        let name: String
        let role: Person.Role
        let unit: String
        let phone: String?
        let email: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case id, name, role, unit, phone, email }

        init(from decoder: any Decoder) throws {
            let values = try decoder.strict(CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            name = try values.decode(String.self, forKey: .name)
            role = try values.choice(forKey: .role)
            unit = try values.decode(String.self, forKey: .unit)
            phone = try values.decodeIfPresent(String.self, forKey: .phone)
            email = try values.decodeIfPresent(String.self, forKey: .email)
        }
    }

    /// A service of others, an intake of the state or a unit with places; the last two here or elsewhere.
    struct CounterpartEntry: Decodable {
        private enum Role: String, CaseIterable { case service, region, places }

        let organisationNumber: String
        let name: String
        let role: Counterpart.Role
        /// Its unit in this store; without one it is reached by the drop box.
        let unit: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case organisationNumber, name, role, region, unit }

        init(from decoder: any Decoder) throws {
            let values = try decoder.strict(CodingKeys.self)
            organisationNumber = try values.decode(String.self, forKey: .organisationNumber)
            name = try values.decode(String.self, forKey: .name)
            unit = try values.decodeIfPresent(String.self, forKey: .unit)
            switch try values.choice(forKey: .role) as Role {
            case .service:
                // One that lives here has municipalities and stands under `services`.
                for key in [CodingKeys.unit, .region] where values.contains(key) {
                    throw DecodingError.dataCorruptedError(
                        forKey: key,
                        in: values,
                        debugDescription: "a service of others has none; a service in this store stands under services"
                    )
                }
                role = .service
            case .region: role = .region(try values.choice(forKey: .region))
            case .places: role = .places(try values.choice(forKey: .region))
            }
        }
    }

    struct SenderEntry: Decodable {
        let id: String
        let secretSHA256: String
        let receiptFolder: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case id, secretSHA256, receiptFolder }

        init(from decoder: any Decoder) throws {
            let values = try decoder.strict(CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            secretSHA256 = try values.decode(String.self, forKey: .secretSHA256)
            receiptFolder = try values.decodeIfPresent(String.self, forKey: .receiptFolder)
        }
    }

    struct AlarmEntry: Decodable {
        let silentWorkingHours: Int?
        let unopenedHours: Int?
        let unplacedHours: Int?
        let outboxHours: Int?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case silentWorkingHours, unopenedHours, unplacedHours, outboxHours
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.strict(CodingKeys.self)
            silentWorkingHours = try values.decodeIfPresent(Int.self, forKey: .silentWorkingHours)
            unopenedHours = try values.decodeIfPresent(Int.self, forKey: .unopenedHours)
            unplacedHours = try values.decodeIfPresent(Int.self, forKey: .unplacedHours)
            outboxHours = try values.decodeIfPresent(Int.self, forKey: .outboxHours)
        }
    }

    let reception: String
    let services: [ServiceEntry]
    let people: [PersonEntry]
    let senders: [SenderEntry]
    let alarms: AlarmEntry?
    let witnessFile: String?
    /// Where the master keys lie, unless the command line says.
    let keysFile: String?
    /// A folder of files laid over the law.
    let lawFolder: String?
    /// How many requests a minute one sender's address may make; 0 for as many as come.
    let senderRequestsPerMinute: Int?
    /// The proxies whose word about a client's address is taken.
    let trustedProxies: TrustedProxies
    /// Whom referrals go to and come from, and who has places.
    let counterparts: [CounterpartEntry]
    /// The folder of boxes by which whoever has no unit here is reached.
    let dropBox: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case reception, services, people, senders, alarms, witnessFile, keysFile, lawFolder,
            senderRequestsPerMinute, trustedProxies, counterparts, dropBox
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.strict(CodingKeys.self)
        reception = try values.decodeIfPresent(String.self, forKey: .reception) ?? "reception"
        services = try values.decode([ServiceEntry].self, forKey: .services)
        people = try values.decodeIfPresent([PersonEntry].self, forKey: .people) ?? []
        senders = try values.decodeIfPresent([SenderEntry].self, forKey: .senders) ?? []
        alarms = try values.decodeIfPresent(AlarmEntry.self, forKey: .alarms)
        witnessFile = try values.decodeIfPresent(String.self, forKey: .witnessFile)
        keysFile = try values.decodeIfPresent(String.self, forKey: .keysFile)
        lawFolder = try values.decodeIfPresent(String.self, forKey: .lawFolder)
        senderRequestsPerMinute = try values.decodeIfPresent(Int.self, forKey: .senderRequestsPerMinute)
        counterparts = try values.decodeIfPresent([CounterpartEntry].self, forKey: .counterparts) ?? []
        dropBox = try values.decodeIfPresent(String.self, forKey: .dropBox)
        let proxies = try values.decodeIfPresent([String].self, forKey: .trustedProxies) ?? []
        do {
            trustedProxies = try TrustedProxies(parsing: proxies)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .trustedProxies, in: values, debugDescription: "\(error)")
        }
    }

    /// The rates of the web server, with the senders' own where the file gives one.
    var rates: WebSettings.Rates {
        var rates = WebSettings.Rates.usual
        if let perMinute = senderRequestsPerMinute {
            rates.api = perMinute > 0 ? .init(perMinute: perMinute, burst: max(perMinute / 6, 1)) : nil
        }
        return rates
    }

    /// Reads a configuration file.
    ///
    /// - Throws: ``UsageProblem`` that names the place and what was expected.
    init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageProblem("\(path): cannot be read; check that the file exists.")
        }
        do {
            self = try JSONDecoder().decode(ServeConfiguration.self, from: data)
        } catch let error as DecodingError {
            throw UsageProblem("\(path): \(error.place)")
        }
    }

    /// The office's settings that the file describes.
    func settings(spoolFolder: String, node: String) throws -> OfficeRooms.Settings {
        try UsageProblem.from {
            let usual = AlarmLimits()
            return OfficeRooms.Settings(
                reception: try UnitID(parsing: reception),
                services: try services.map { entry in
                    Service(
                        unit: try UnitID(parsing: entry.unit),
                        name: entry.name,
                        memberships: try entry.members.map { member in
                            .init(
                                municipality: try MunicipalityNumber(parsing: member.municipality),
                                district: try member.district.map { try DistrictNumber(parsing: $0) } ?? .none,
                                from: try CalendarDay(parsing: member.from),
                                to: try member.to.map { try CalendarDay(parsing: $0) }
                            )
                        }
                    )
                },
                people: try people.map { entry in
                    Person(
                        id: try ActorID(parsing: entry.id),
                        name: entry.name,
                        role: entry.role,
                        unit: try UnitID(parsing: entry.unit),
                        phone: entry.phone,
                        email: entry.email
                    )
                },
                senders: try senders.map { entry in
                    guard let digest = Data(hexadecimal: entry.secretSHA256), digest.count == 32 else {
                        throw UsageProblem("sender \(entry.id): secretSHA256 has 64 hexadecimal digits.")
                    }
                    return Sender(
                        id: try ActorID(parsing: entry.id),
                        secretDigest: digest,
                        receiptFolder: entry.receiptFolder
                    )
                },
                limits: AlarmLimits(
                    silence: alarms?.silentWorkingHours ?? usual.silence,
                    unopened: alarms?.unopenedHours ?? usual.unopened,
                    unplaced: alarms?.unplacedHours ?? usual.unplaced,
                    outbox: alarms?.outboxHours ?? usual.outbox
                ),
                spoolFolder: spoolFolder,
                witnessFile: witnessFile,
                node: node,
                law: try LawFiles.law(over: lawFolder),
                counterparts: try whoIsWho,
                dropBox: dropBox
            )
        }
    }
}

extension ServeConfiguration {
    /// The parties to messages; a number that is none is refused here, not by whoever receives it.
    private var whoIsWho: [Counterpart] {
        get throws {
            func checked(_ text: String) throws -> OrganisationNumber {
                guard let number = OrganisationNumber(text) else {
                    throw UsageProblem("organisationNumber \(text): nine digits are expected.")
                }
                return number
            }
            let own = try services.compactMap { entry in
                try entry.organisationNumber.map { number in
                    Counterpart(
                        number: try checked(number),
                        name: entry.name,
                        unit: try UnitID(parsing: entry.unit),
                        role: .service
                    )
                }
            }
            return try own
                + counterparts.map { entry in
                    Counterpart(
                        number: try checked(entry.organisationNumber),
                        name: entry.name,
                        unit: try entry.unit.map { try UnitID(parsing: $0) },
                        role: entry.role
                    )
                }
        }
    }
}

extension KeyedDecodingContainer {
    /// One of the words that a setting may have.
    fileprivate func choice<Choice>(forKey key: Key) throws -> Choice
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        let word = try decode(String.self, forKey: key)
        guard let choice = Choice(rawValue: word) else {
            let expected = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: self,
                debugDescription: "\(word) is not known; expected one of \(expected)"
            )
        }
        return choice
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// A keyed container that refuses keys it does not know: a misspelt setting must not be silently ignored.
    fileprivate func strict<Key: CodingKey & CaseIterable>(_ keys: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let known = Set(Key.allCases.map(\.stringValue))
        let found = try container(keyedBy: AnyKey.self)
        if let unknown = found.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw DecodingError.dataCorruptedError(
                forKey: unknown,
                in: found,
                debugDescription: "is not a setting; expected one of \(known.sorted().joined(separator: ", "))"
            )
        }
        return try container(keyedBy: keys)
    }
}

extension DecodingError {
    /// The place as a JSON pointer, and what is wrong there.
    fileprivate var place: String {
        let (context, last): (Context, String?) =
            switch self {
            case .keyNotFound(let key, let context): (context, key.stringValue)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            @unknown default: (Context(codingPath: [], debugDescription: "\(self)"), nil)
            }
        let path = context.codingPath.map { key in key.intValue.map(String.init) ?? key.stringValue }
        let pointer = (path + [last].compactMap(\.self)).map { "/\($0)" }.joined()
        let problem = last == nil ? context.debugDescription : "is missing"
        return "\(pointer.isEmpty ? "the file" : pointer): \(problem)"
    }
}
