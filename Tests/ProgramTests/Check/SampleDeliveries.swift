import Foundation

/// Small deliveries of both formats with something wrong in most of them.
enum SampleDeliveries {
    /// A KOSTRA delivery of so many persons.
    static func kostra(_ count: Int) -> String {
        let persons = (0..<count).map { number in
            // Half of them ended before the year, a third has a plan before its start, a fifth an element that is unknown.
            let end = number % 2 == 0 ? "" : " SluttDato='2023-05-0\(1 + number % 9)'"
            let plan = number % 3 == 1 ? "2023-02-01" : "2024-02-01"
            let name = number % 5 == 4 ? "Plan2" : "Plan"
            return """
                <Individ Id='\(number)' Journalnummer='J-\(number / 2)' StartDato='2024-01-01'\(end) Saksbehandler='S' \
                Avslutta3112='2' DUFnummer='201600000902'><\(name) Id='p' StartDato='\(plan)' Plantype='1'/></Individ>\n
                """
        }
        return """
            <Barnevern><Avgiver Organisasjonsnummer='958935420' Versjon='2024' Kommunenummer='4601' \
            Kommunenavn='Bergen'/>\(persons.joined())</Barnevern>
            """
    }

    /// A delivery to the register, of a case that is migrated and has an error.
    static func register(case number: Int) -> String {
        let id = String(format: "236110fc-edba-4b86-87b3-%012d", number)
        return """
            <Barnevern Id="\(id)" DatoUttrekk="2024-06-01T12:00:00Z"><Fagsystem Leverandor="Acme" Navn="A" Versjon="1"/>\
            <Avgiver Organisasjonsnummer="999999999" Kommunenummer="1234" Kommunenavn="Kommune"/>\
            <Sak Id="\(id)" MigrertId="m" StartDato="2024-01-01" Journalnummer="J\(number)"/></Barnevern>
            """
    }

    /// Deliveries by name, some of them in folders.
    static let all: [(name: String, text: String)] =
        (0..<12).map { ("kostra/\($0).xml", kostra($0)) }
        + (0..<12).map { ("register/\($0 % 2)/\($0).XML", register(case: $0 / 2)) }
        + [
            ("broken.xml", "<Barnevern><Avgiver"), ("empty.xml", ""), ("large.xml", kostra(2000)),
            ("readme.txt", "no delivery"),
        ]
}
