import Exchange
import Office

@testable import Web

/// The matrix itself: a row for every route that the server has.
enum DenialTable {
    /// What can come of a command that somebody is let in for: done, refused by a rule, or not filled in as the case
    /// needs it.
    private static let heard: Set = [200, 201, 303, 409, 422]

    /// What can come of asking for an entry by its number.
    private static let found: Set = [200, 303, 404]

    /// Commands that change who is what to a case.
    private static let spending: Set = [
        "assign", "relieve", "declare-conflict", "lift-conflict", "close-case", "reopen-case", "explain-reading",
    ]

    static let pages = [
        DenialChapter(name: "pages of a case", rows: casePages),
        DenialChapter(name: "reports, readings and reception", rows: reports + readings + reception),
        DenialChapter(name: "lists", rows: lists),
        DenialChapter(name: "referrals", rows: referrals),
        DenialChapter(name: "places and lists of referrals", rows: rooms),
        DenialChapter(name: "plans", rows: plans),
        DenialChapter(name: "doors without a session", rows: doors),
    ]

    private static let casePages = [
        DenialRow("GET", "/saker/{id}", .of(.file, .workers)),
        DenialRow("GET", "/saker/{id}", .of(.file, .readers), as: "/saker/{id}?tjeneste={unit}"),
        DenialRow("GET", "/saker/{id}", .of(.file, .readers), as: "/saker/{id}?tjeneste={unit}&journal=all"),
        DenialRow("GET", "/saker/{id}/kronologi", .of(.file, .workers)),
        DenialRow("GET", "/saker/{id}/kronologi", .of(.file, .readers), as: "/saker/{id}/kronologi?tjeneste={unit}"),
        DenialRow("GET", "/saker/{id}/adresse/{person}", .of(.file, .trusted)),
        DenialRow("GET", "/saker/{id}/dokumenter/{document}", .of(.file, .workers)),
        DenialRow(
            "GET",
            "/saker/{id}/dokumenter/{document}",
            .of(.file, .readers),
            as: "/saker/{id}/dokumenter/{document}?tjeneste={unit}"
        ),
        DenialRow("GET", "/saker/{id}/add-document", .of(.file, .workers)),
        DenialRow(
            "POST",
            "/saker/{id}/add-document",
            .of(.file, .workers),
            .parts(["title": "Brev", "direction": "incoming", "on": "2026-11-20"]),
            success: heard
        ),
        // An entry that the case may lack: what is asked of is the case.
        DenialRow(
            "GET",
            "/saker/{id}/correct",
            .of(.file, .workers),
            as: "/saker/{id}/correct?entry=1",
            success: found
        ),
        DenialRow(
            "GET",
            "/saker/{id}/withdraw",
            .of(.file, .workers),
            as: "/saker/{id}/withdraw?entry=1",
            success: found
        ),
        DenialRow(
            "POST",
            "/saker/{id}/withdraw",
            .of(.file, .workers),
            .form(["entry": "1", "correctionReason": "", "do": "send"]),
            success: heard.union(found)
        ),
        // The same page for every id, so that it tells nobody whether there is such a case.
        DenialRow("GET", "/saker/{id}/begrunnelse", .roles(.caseworkers), as: "/saker/{absent}/begrunnelse"),
        DenialRow("GET", "/saker/{id}/begrunnelse", .roles(.caseworkers), as: "/saker/{open}/begrunnelse"),
        DenialRow("POST", "/saker/{id}/begrunnelse", .of(.file, .arrivers), .form(["reason": "Vakt"])),
        DenialRow("GET", "/saker/{id}/henvisninger/ny", .of(.file, .workers)),
        DenialRow(
            "GET",
            "/saker/{id}/henvisninger/ny/{kind}",
            .of(.file, .workers),
            as: "/saker/{id}/henvisninger/ny/fosterhjem"
        ),
        DenialRow(
            "POST",
            "/saker/{id}/henvisninger/ny/{kind}",
            .of(.file, .workers),
            as: "/saker/{id}/henvisninger/ny/fosterhjem",
            .form(["do": "preview"]),
            success: [422]
        ),
        // A message that the case has not sent: what is asked of is the case.
        DenialRow(
            "GET",
            "/saker/{id}/henvisninger/{message}/{step}",
            .of(.file, .workers),
            as: "/saker/{id}/henvisninger/{document}/oppdatering",
            success: found
        ),
        DenialRow(
            "POST",
            "/saker/{id}/henvisninger/{message}/{step}",
            .of(.file, .workers),
            as: "/saker/{id}/henvisninger/{document}/trekk",
            .form(["do": "preview"]),
            success: found
        ),
        DenialRow("POST", "/tavle/overstyringer/{id}", .of(.file, .workers), .form([:]), success: [303, 409]),
        DenialRow(
            "POST",
            "/statsforvalter",
            .of(.file, .governors),
            .form([
                "service": "{unit}", "number": "{number}", "basis": "complaint", "reference": "26/1", "reason": "Klage",
            ]),
            isNamed: false
        ),
    ]

    private static let reports = [
        DenialRow("GET", "/concerns/{id}", .of(.report, .reviewers)),
        DenialRow("GET", "/concerns/{id}/original", .of(.report, .reviewers)),
        DenialRow("GET", "/concerns/{id}/match", .of(.report, .reviewers)),
        DenialRow("POST", "/concerns/{id}/urgency", .of(.report, .reviewers), .form(["urgent": "yes"])),
        DenialRow(
            "POST",
            "/concerns/{id}/match",
            .of(.report, .reviewers),
            .form(["reason": "abroad"]),
            success: heard
        ),
    ]

    private static let readings = [
        DenialRow("POST", "/tavle/lesinger/{id}", .of(.reading, .leaders), .form([:]))
    ]

    private static let reception = [
        DenialRow("GET", "/reception/{id}", .of(.item, .reception)),
        DenialRow("GET", "/reception/{id}/original", .of(.item, .reception)),
        // The item of the matrix came without files: that somebody was let in shows in the access log.
        DenialRow(
            "GET",
            "/reception/{id}/vedlegg/{number}",
            .of(.item, .reception),
            as: "/reception/{id}/vedlegg/1",
            success: [404]
        ),
        DenialRow("POST", "/reception/{id}/take", .of(.item, .reception), .form([:])),
        // The item of the matrix is a report, and goes into no referral.
        DenialRow(
            "POST",
            "/reception/{id}/attach",
            .of(.item, .reception),
            .form(["unit": "inntak-midt", "conversation": "{id}"]),
            success: [409]
        ),
        // The item of the matrix names a municipality that nobody serves.
        DenialRow("POST", "/reception/{id}/again", .of(.item, .reception), .form([:]), success: [422]),
        DenialRow("POST", "/reception/{id}/send-back", .of(.item, .reception), .form(["answer": "Send den igjen"])),
        DenialRow("POST", "/reception/{id}/forward", .of(.item, .reception), .form(["service": "aust"])),
        DenialRow("POST", "/reception/{id}/close", .of(.item, .reception), .form(["reason": "Prøve"])),
    ]

    private static let referrals = [
        DenialRow("GET", "/henvisninger/{id}", .of(.referral, .levels)),
        DenialRow(
            "GET",
            "/henvisninger/{id}/meldinger/{message}",
            .of(.referral, .levels),
            as: "/henvisninger/{id}/meldinger/{id}"
        ),
        DenialRow(
            "GET",
            "/henvisninger/{id}/meldinger/{message}/xml",
            .of(.referral, .levels),
            as: "/henvisninger/{id}/meldinger/{id}/xml"
        ),
        DenialRow(
            "GET",
            "/henvisninger/{id}/meldinger/{message}/vedlegg/{number}",
            .of(.referral, .levels),
            as: "/henvisninger/{id}/meldinger/{id}/vedlegg/1"
        ),
        DenialRow("POST", "/henvisninger/{id}/ta", .of(.referral, .levels), .form([:]), success: [303, 409]),
        DenialRow(
            "POST",
            "/henvisninger/{id}/fordel",
            .of(.referral, .levels),
            .form(["handler": "person:ina"]),
            success: [303, 409, 422]
        ),
        // Nobody is shut out here: the matrix goes on asking as the same people.
        DenialRow(
            "POST",
            "/henvisninger/{id}/inhabil",
            .of(.referral, .levels),
            .form(["inhabil-officer": "person:ina"]),
            success: [409, 422]
        ),
        DenialRow(
            "POST",
            "/henvisninger/{id}/habil",
            .of(.referral, .levels),
            .form(["habil-officer": "person:ina"]),
            success: [409, 422]
        ),
        DenialRow(
            "POST",
            "/henvisninger/{id}/frigi",
            .of(.referral, .levels),
            .form(["hold": "{id}"]),
            success: [303, 404]
        ),
        DenialRow("GET", "/henvisninger/{id}/{act}", .of(.referral, .levels), as: "/henvisninger/{id}/tell-delay"),
        DenialRow(
            "POST",
            "/henvisninger/{id}/{act}",
            .of(.referral, .levels),
            as: "/henvisninger/{id}/tell-delay",
            .form(["delaySide": "child", "from": "2026-11-20", "reasons": "Syk", "do": "send"]),
            success: heard
        ),
        DenialRow(
            "POST",
            "/henvisninger/{id}/{act}",
            .of(.referral, .levels),
            as: "/henvisninger/{id}/offer",
            .form(["do": "send"]),
            success: heard
        ),
        DenialRow("GET", "/saker/{id}/henvisninger", .of(.file, .workers)),
        DenialRow("GET", "/saker/{id}/akutt", .of(.file, .workers)),
        DenialRow("POST", "/saker/{id}/akutt", .of(.file, .workers), .form(["do": "send"]), success: heard),
    ]

    private static let rooms = [
        DenialRow("GET", "/indikatorer", .roles([.overseer])),
        DenialRow("GET", "/indikatorer.csv", .roles([.overseer])),
        DenialRow("GET", "/ko", .roles(.intake)),
        DenialRow("GET", "/brudd", .roles(.intake)),
        DenialRow("GET", "/ubesvart", .roles([.intakeOfficer, .caseworker, .leader])),
        DenialRow("GET", "/plasser", .roles([.intakeOfficer, .placeManager])),
        DenialRow("GET", "/plasser/{act}", .roles(.places), as: "/plasser/open-place"),
        DenialRow(
            "POST",
            "/plasser/{act}",
            .roles(.places),
            as: "/plasser/open-place",
            .form(["do": "send"]),
            success: heard
        ),
        DenialRow("GET", "/api/referrals", .roles(.intake)),
        DenialRow("GET", "/api/breaches", .roles(.intake)),
        DenialRow("GET", "/api/places", .roles([.intakeOfficer, .placeManager])),
    ]

    /// A plan names no child: reading one leaves no line, and who may not is answered as if there were none.
    private static let plans: [DenialRow] = {
        let readers = DenialRow.Rule.roles([.intakeOfficer, .overseer])
        let planners = DenialRow.Rule.roles(.intake)
        let run = "/planer/{plan}/beregninger/{run}"
        return [
            DenialRow("GET", "/planer", readers),
            DenialRow("GET", "/planer/{id}", readers, as: "/planer/{plan}"),
            DenialRow("GET", "/planer/{id}/versjoner/{version}", readers, as: "/planer/{plan}/versjoner/1"),
            DenialRow("GET", "/planer/{id}/beregninger/{run}", readers, as: run),
            DenialRow("GET", "/planer/{id}/beregninger/{run}/json", readers, as: run + "/json"),
            DenialRow("GET", "/planer/{id}/beregninger/{run}/csv", readers, as: run + "/csv"),
            DenialRow("GET", "/planer/ny", planners),
            DenialRow("POST", "/planer/ny", planners, .form(["from": "mm10"])),
            DenialRow("GET", "/planer/{id}/rediger", planners, as: "/planer/{plan}/rediger"),
            DenialRow("GET", "/planer/{id}/rediger/{part}", planners, as: "/planer/{plan}/rediger/plasser"),
            DenialRow(
                "POST",
                "/planer/{id}/rediger/{part}",
                planners,
                as: "/planer/{plan}/rediger/om",
                .form(["/name": "Ny", "do": "keep"])
            ),
            DenialRow("POST", "/planer/{id}/lagre", planners, as: "/planer/{plan}/lagre", .form(["newest": "1"])),
            DenialRow("POST", "/planer/{id}/forkast", planners, as: "/planer/{plan}/forkast", .form([:])),
            DenialRow("GET", "/planer/{id}/hva-hvis", planners, as: "/planer/{plan}/hva-hvis"),
            DenialRow(
                "POST",
                "/planer/{id}/hva-hvis",
                planners,
                as: "/planer/{plan}/hva-hvis",
                .form(["kind": "arrivals", "arrivals-percent": "10"])
            ),
            DenialRow("GET", "/planer/{id}/fasit", planners, as: "/planer/{plan}/fasit"),
            DenialRow(
                "POST",
                "/planer/{id}/fasit",
                planners,
                as: "/planer/{plan}/fasit",
                .form(["version": "1", "from": "2026-01-01", "to": "2026-01-31", "asked-0": "1"])
            ),
            DenialRow(
                "POST",
                "/planer/{id}/beregn",
                planners,
                as: "/planer/{plan}/beregn",
                .form(["version": "1", "replications": "4"])
            ),
            DenialRow(
                "POST",
                "/planer/{id}/sammenlign",
                planners,
                as: "/planer/{plan}/sammenlign",
                .form(["base": "{plan}.1", "changed": "{plan}.1"]),
                success: heard
            ),
            DenialRow(
                "POST",
                "/planer/{id}/behov",
                planners,
                as: "/planer/{plan}/behov",
                .form(["place": "5:akuttnord", "share": "20"])
            ),
            DenialRow("GET", "/planer/sammenslaing", planners),
            DenialRow("POST", "/planer/sammenslaing", planners, .form(["name": "To", "name-0": "A"]), success: heard),
            DenialRow("GET", "/planer/{id}/sammenslaing", planners, as: "/planer/{plan}/sammenslaing"),
            DenialRow(
                "POST",
                "/planer/{id}/sammenslaing",
                planners,
                as: "/planer/{plan}/sammenslaing",
                .form(["name": "To"]),
                success: heard
            ),
            DenialRow("GET", "/planer/historikk", planners),
            DenialRow("POST", "/planer/historikk", planners, .parts(["source": "file"]), success: heard),
            DenialRow("GET", "/planer/{id}/historikk", planners, as: "/planer/{plan}/historikk"),
            DenialRow(
                "POST",
                "/planer/{id}/historikk",
                planners,
                as: "/planer/{plan}/historikk",
                .parts(["source": "file"]),
                success: heard
            ),
            DenialRow("GET", "/planer/{id}/billigst", planners, as: "/planer/{plan}/billigst"),
            DenialRow(
                "POST",
                "/planer/{id}/billigst",
                planners,
                as: "/planer/{plan}/billigst",
                .form(["version": "1", "whom": "each"]),
                success: heard
            ),
            DenialRow("POST", "/planer/{id}/signer", planners, as: "/planer/{plan}/signer", .form(["version": "1"])),
            DenialRow(
                "POST",
                "/planer/{id}/beregninger/{run}/avbryt",
                planners,
                as: run + "/avbryt",
                .form([:])
            ),
            // No result of a simulation makes a version: absent for everybody.
            DenialRow(
                "POST",
                "/planer/{id}/beregninger/{run}/versjon",
                planners,
                as: run + "/versjon",
                .form(["newest": "1"]),
                success: [404]
            ),
        ] + api(readers, planners)
    }()

    private static func api(_ readers: DenialRow.Rule, _ planners: DenialRow.Rule) -> [DenialRow] {
        let plan = "/api/plans/{plan}"
        return [
            DenialRow("GET", "/api/plans", readers),
            DenialRow("GET", "/api/plans/{id}", readers, as: plan),
            DenialRow("GET", "/api/plans/{id}/versions/{version}", readers, as: plan + "/versions/1"),
            DenialRow("GET", "/api/plans/{id}/runs/{run}", readers, as: plan + "/runs/{run}"),
            DenialRow("GET", "/api/plans/{id}/runs/{run}/result", readers, as: plan + "/runs/{run}/result"),
            DenialRow("POST", "/api/plans", planners, .json(Array("{}".utf8)), success: heard),
            DenialRow(
                "POST",
                "/api/plans/{id}/versions",
                planners,
                as: plan + "/versions",
                .json(Array("{}".utf8)),
                success: heard
            ),
            DenialRow(
                "POST",
                "/api/plans/{id}/runs",
                planners,
                as: plan + "/runs",
                .json(Array(#"{"version":1,"seed":3,"replications":4}"#.utf8))
            ),
        ]
    }

    private static let lists = [
        DenialRow("GET", "/min-dag", .roles(.services)),
        DenialRow("GET", "/tavle", .roles(.leaders)),
        DenialRow("GET", "/tavle/frister", .roles(.leaders)),
        DenialRow("GET", "/besok", .roles(.services)),
        DenialRow("GET", "/sok", .roles(.services)),
        DenialRow("POST", "/sok", .roles(.services), .form(["query": "{number}"]), success: [200]),
        DenialRow("GET", "/saker/ny", .roles(.services)),
        DenialRow("POST", "/saker/ny", .roles(.services), .form(["query": "{number}"]), success: [200]),
        DenialRow("GET", "/saker/ny/open-case", .roles(.services), success: found),
        DenialRow("POST", "/saker/ny/open-case", .roles(.services), .form(["looked": ""]), success: heard.union(found)),
        DenialRow("GET", "/fristskjema", .roles(.leaders)),
        DenialRow("GET", "/fristskjema.csv", .roles(.leaders)),
        DenialRow("GET", "/rapport", .roles(.leaders)),
        DenialRow("GET", "/statsforvalter", .roles(.governors)),
        DenialRow("GET", "/concerns", .roles(.services)),
        DenialRow("GET", "/concerns/new", .roles(.services)),
        DenialRow(
            "POST",
            "/concerns",
            .roles(.services),
            .form([
                "urgent": "yes", "receivedAt": "2026-11-20T10:00", "channel": "phone", "reporterKind": "anonymous",
                "childState": "born", "worry": "Prøve.",
            ])
        ),
        DenialRow("GET", "/reconciliation", .roles(.overseers)),
        DenialRow("GET", "/reconciliation.csv", .roles(.overseers)),
        DenialRow("GET", "/alarms", .roles(.overseers.union([.intakeOfficer]))),
        DenialRow("GET", "/reception", .roles(.reception)),
        // One's own draft, whatever it is about; nothing comes back.
        DenialRow("POST", "/utkast/{form}/slett", .roles(.everybody), as: "/utkast/note/slett", .form(["subject": ""])),
        DenialRow("GET", "/api/session", .roles(.everybody)),
        DenialRow("GET", "/api/my-day", .roles(.services)),
        DenialRow("GET", "/api/board", .roles(.leaders)),
        DenialRow("GET", "/api/visits", .roles(.services), as: "/api/visits?year=2026"),
        DenialRow("POST", "/api/search", .roles(.services), .json(Array(#"{"number":"{number}"}"#.utf8))),
    ]

    private static let doors = [
        DenialRow("GET", "/", .anybody, success: [303]),
        DenialRow("GET", "/sign-in", .anybody),
        DenialRow("POST", "/sign-in", .elsewhere("it ends the session that the matrix asks with")),
        DenialRow("POST", "/sign-out", .elsewhere("it ends the session that the matrix asks with")),
        DenialRow("POST", "/language", .elsewhere("it changes the language of the answers that are compared")),
        DenialRow("GET", "/accessibility", .anybody),
        DenialRow("GET", "/fristkalkulator", .anybody),
        DenialRow("GET", "/lovverk", .anybody),
        DenialRow("GET", "/assets/{version}", .anybody, as: "/assets/rettid.css"),
        DenialRow("GET", "/assets/{version}/{name}", .anybody, as: Asset.folder + "rettid.css"),
        DenialRow("GET", "/live", .anybody),
        DenialRow("GET", "/ready", .anybody),
        DenialRow("GET", "/metrics", .anybody),
        DenialRow("GET", "/api/openapi.json", .anybody),
        DenialRow("GET", "/api/law/rules", .anybody),
        DenialRow("GET", "/api/law/rules/{rule}/due", .anybody, as: "/api/law/rules/D01/due?from=2026-11-02"),
        DenialRow("POST", "/api/concerns/{form}", .elsewhere("what senders bring is tested with their secrets")),
        DenialRow("GET", "/api/receipts", .senders),
        DenialRow("GET", "/api/concerns/status/{messageId}", .senders, as: "/api/concerns/status/m-1"),
        DenialRow("PUT", "/api/sent/{day}", .senders, as: "/api/sent/2026-11-20"),
    ]

    // MARK: Forms and operations

    /// The editors of all forms, as pages.
    static func editors() throws -> [DenialChapter] {
        let rows = try CommandForm.all.filter { $0.id != "open-case" && !$0.takesFile }.flatMap { form in
            let folder = form.isAboutConcern ? "/concerns" : "/saker"
            let target = "\(folder)/{id}/\(form.id)"
            let route = form.isAboutConcern ? target : "/saker/{id}/{command}"
            let rule = form.isAboutConcern ? DenialRow.Rule.of(.report, .reviewers) : .of(.file, .workers)
            return [
                DenialRow("GET", route, rule, as: target),
                DenialRow(
                    "POST",
                    route,
                    rule,
                    as: target,
                    .form(try posted(form)),
                    success: heard,
                    isSpending: spending.contains(form.id)
                ),
            ]
        }
        return halves(of: rows, named: "editors")
    }

    /// What a browser posts for a form that is filled in as the API's description shows it.
    private static func posted(_ form: CommandForm) throws -> [String: String] {
        var faults: [FieldFault] = []
        let document = try JsonDocument(parsing: form.example.bytes)
        let values = CommandValues(form, json: document.root, besides: [], faults: &faults)
        let words = CommandWords(form: form, catalog: try Catalog(.bokmaal))
        let controls = CommandFields(words: words, values: values, references: CaseReferences())
        let fields = Dictionary(controls.hidden.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        return fields.merging(["do": EditorPage.Button.Act.send.rawValue]) { $1 }
    }

    /// Everything that the API does with one case or one report, each with the example of its own description.
    static func api(_ operations: [ApiOperation]) -> [DenialChapter] {
        let rows = operations.compactMap { operation -> DenialRow? in
            let rule: DenialRow.Rule
            switch (operation.path, operation.id) {
            case ("/api/cases", _): rule = .roles(.services)
            case (_, "explain-reading"): rule = .of(.file, .explainers)
            case (let path, _) where path.hasPrefix("/api/cases/{id}"): rule = .of(.file, .workers)
            case (let path, _) where path.hasPrefix("/api/inbox/{id}"): rule = .of(.report, .reviewers)
            case (let path, _) where path.hasPrefix("/api/referrals/{id}"): rule = .of(.referral, .levels)
            case (let path, _) where path.hasPrefix("/api/places/acts/"): rule = .roles(.places)
            default: return nil
            }
            return DenialRow(
                "\(operation.method)",
                operation.path,
                rule,
                as: operation.path.replacing("{kind}", with: "fosterhjem"),
                operation.body?.example.map { .json($0.bytes) } ?? .none,
                success: "\(operation.method)" == "GET" ? [200] : heard,
                isSpending: spending.contains(operation.id)
            )
        }
        return halves(of: rows, named: "API")
    }

    private static func halves(of rows: [DenialRow], named name: String) -> [DenialChapter] {
        let middle = rows.count / 2
        return [
            DenialChapter(name: "\(name), first half", rows: Array(rows[..<middle])),
            DenialChapter(name: "\(name), second half", rows: Array(rows[middle...])),
        ]
    }
}
