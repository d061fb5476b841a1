package import Law

/// A pretend employee who signs in to the demonstration.
package struct Persona: Hashable, Sendable {
    /// What the persona is there for.
    package enum Role: String, CaseIterable, Hashable, Sendable {
        /// Reads and screens reports of concern (kontaktperson, saksbehandler).
        case caseworker
        /// Leads the service and answers for its deadlines (barnevernsleder).
        case leader
        /// Sorts what could not be read or routed (mottak).
        case receptionOfficer
        /// Oversees services by figures, without children's names (statsforvalter).
        case countyGovernor
        /// Answers referrals for a region of the state (inntak).
        case intakeOfficer
        /// Sees to a unit's places (plassansvarlig).
        case placeManager
        /// Sees figures of many, and no case (direktorat).
        case overseer
    }

    /// The name in the address of the session, lower-case ASCII.
    package var userID: String
    /// The name that people see; invented.
    package var displayName: String
    /// What the persona is there for.
    package var role: Role
    /// Where the persona works.
    package var unit: UnitID

    package init(userID: String, displayName: String, role: Role, unit: UnitID) {
        self.userID = userID
        self.displayName = displayName
        self.role = role
        self.unit = unit
    }
}

extension Persona {
    /// Everybody who can sign in; the same for every seed, so that a handbook can name them.
    package static let all: [Persona] = [
        Persona(userID: "ingvild", displayName: "Ingvild Heggmo", role: .leader, unit: PretendService.nordvag.unit),
        Persona(userID: "jonas", displayName: "Jonas Tindvang", role: .caseworker, unit: PretendService.nordvag.unit),
        Persona(
            userID: "maret",
            displayName: "Máret Gieddegárdi",
            role: .caseworker,
            unit: PretendService.nordvag.unit
        ),
        Persona(userID: "linh", displayName: "Linh Phạm-Rognli", role: .caseworker, unit: PretendService.nordvag.unit),
        Persona(userID: "olav", displayName: "Olav Elvenes Myrland", role: .leader, unit: PretendService.trefjord.unit),
        Persona(userID: "amina", displayName: "Amina Dahirsen", role: .caseworker, unit: PretendService.trefjord.unit),
        Persona(
            userID: "sunniva",
            displayName: "Sunniva Lauvås",
            role: .caseworker,
            unit: PretendService.trefjord.unit
        ),
        Persona(
            userID: "torbjorg",
            displayName: "Torbjørg Steinbakk",
            role: .leader,
            unit: PretendService.lauvdal.unit
        ),
        Persona(userID: "emre", displayName: "Emre Solvik", role: .caseworker, unit: PretendService.lauvdal.unit),
        Persona(
            userID: "mottak",
            displayName: "Runa Orrestrand",
            role: .receptionOfficer,
            unit: PretendWorld.reception
        ),
        Persona(
            userID: "statsforvalter",
            displayName: "Håkon Bjørkeneset",
            role: .countyGovernor,
            unit: PretendWorld.countyGovernor
        ),
        Persona(
            userID: "ragnhild",
            displayName: "Ragnhild Aksnes Bø",
            role: .intakeOfficer,
            unit: PretendAgency.intake.unit
        ),
        Persona(
            userID: "teodor",
            displayName: "Teodor Myklevoll",
            role: .intakeOfficer,
            unit: PretendAgency.intake.unit
        ),
        Persona(
            userID: "siri",
            displayName: "Siri Haugsnes",
            role: .intakeOfficer,
            unit: PretendAgency.southernIntake.unit
        ),
        Persona(
            userID: "fosterhjem",
            displayName: "Astrid Klungrehaug",
            role: .placeManager,
            unit: PretendAgency.fosterHomes.unit
        ),
        Persona(
            userID: "institusjon",
            displayName: "Mikkel Solvang Dyb",
            role: .placeManager,
            unit: PretendAgency.institution.unit
        ),
        Persona(userID: "senter", displayName: "Hanna Grøtvedt", role: .placeManager, unit: PretendAgency.centre.unit),
        Persona(userID: "direktorat", displayName: "Even Tryggestad", role: .overseer, unit: PretendWorld.directorate),
    ]
}
