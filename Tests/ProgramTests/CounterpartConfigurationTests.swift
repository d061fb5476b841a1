import Foundation
import TestSupport
import Testing

@testable import rettid

/// `counterparts` of the configuration of `rettid serve`.
struct `A counterpart in the configuration` {
    /// Reads a configuration with one counterpart, to which members of a JSON object are added.
    private static func read(role: String, _ more: String) throws -> ServeConfiguration {
        let folder = try TemporaryFolder()
        let counterpart = #"{"organisationNumber": "310417009", "name": "Nordvåg", "role": "\#(role)"\#(more)}"#
        let path = folder.file("config.json")
        try Data(#"{"services": [], "counterparts": [\#(counterpart)]}"#.utf8).write(to: URL(filePath: path))
        return try ServeConfiguration(file: path)
    }

    @Test(arguments: [
        (#", "unit": "nordvag""#, "/counterparts/0/unit: "), (#", "region": "midt-norge""#, "/counterparts/0/region: "),
        (#", "region": null"#, "/counterparts/0/region: "),
    ])
    func `that is a service has neither a unit nor a region, and the refusal names it`(
        more: String,
        place: String
    ) throws {
        let problem = try #require(throws: UsageProblem.self) { try Self.read(role: "service", more) }
        #expect(problem.description.contains(place + "a service of others has none"))
        #expect(problem.description.contains("stands under services"))
    }

    @Test(arguments: [
        ("service", "", nil as String?), ("region", #", "region": "midt-norge""#, nil),
        ("places", #", "region": "midt-norge", "unit": "havna""#, "havna"),
    ])
    func `is read with what its role has`(role: String, more: String, unit: String?) throws {
        let counterpart = try #require(try Self.read(role: role, more).counterparts.first)
        #expect(counterpart.unit == unit && counterpart.organisationNumber == "310417009")
    }
}
