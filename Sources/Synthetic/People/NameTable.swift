/// Invented people's names, with the letters that systems stumble over.
///
/// Surnames are put together from parts of the landscape, so that a full name belongs to nobody we know of.
enum NameTable {
    /// A tradition of naming, so that a family's names go together.
    enum Tradition: CaseIterable, Sendable {
        case norwegian
        case sami
        case african
        case asian
        case european
    }

    static func girls(_ tradition: Tradition) -> [String] {
        switch tradition {
        case .norwegian:
            ["Åse", "Solveig", "Frøydis", "Ida", "Tuva", "Ragnhild", "Eline", "Jorunn", "Mathea", "Sigrid"]
        case .sami: ["Áile", "Máret", "Biret", "Sárá", "Ráijá", "Elle-Máijá", "Risten"]
        case .african: ["Hodan", "Fatuma", "Selam", "Ifrah", "Nadifa", "Winta"]
        case .asian: ["Linh", "Mỹ Duyên", "Zeynep", "Parwana", "Nour", "Thandar"]
        case .european: ["Zuzanna", "Oksana", "Milica", "Łucja", "Ieva", "Þóra"]
        }
    }

    static func boys(_ tradition: Tradition) -> [String] {
        switch tradition {
        case .norwegian:
            ["Øystein", "Håvard", "Sindre", "Even", "Brage", "Torjus", "Ådne", "Mikkel", "Jørgen", "Vetle"]
        case .sami: ["Niillas", "Ánte", "Jovnna", "Issát", "Ovllá", "Mihkkal"]
        case .african: ["Abdirahman", "Yonas", "Liban", "Filmon", "Mahad", "Kidane"]
        case .asian: ["Quốc Anh", "Emre", "Farid", "Omar", "Rostam", "Sai Lin"]
        case .european: ["Kacper", "Mykola", "Stefán", "Dušan", "Matas", "Wojciech"]
        }
    }

    private static let landscape = [
        "Hegg", "Tind", "Elve", "Myr", "Rogn", "Orre", "Lauv", "Stein", "Bjørk", "Sol", "Hav", "Fjell", "Kvitt", "Skog",
    ]

    private static let ending = [
        "vang", "haugset", "bakkmo", "lundvik", "åsheim", "nesdal", "strandmo", "øygard", "eidset",
    ]

    static func surname(_ tradition: Tradition, _ random: inout SplitMix64) -> String {
        switch tradition {
        case .norwegian: random.pick(landscape) + random.pick(ending)
        case .sami:
            random.pick(["Skábma", "Guovssu", "Ruoksa", "Čáhppes", "Giđđa"])
                + random.pick(["várri", "jávri", "luokta"])
        case .african:
            random.pick(["Dahir", "Warsame", "Tesfa", "Hagos", "Guleed"]) + random.pick(["san", "mo", "ye", "din"])
        case .asian: random.pick(["Phạm", "Yıldız", "Karim", "Zahra", "Htun"]) + "-" + random.pick(landscape) + "li"
        case .european:
            random.pick(["Nowak", "Koval", "Jovan", "Ozol", "Grabow"]) + random.pick(["ecki", "enko", "ević", "iņš"])
        }
    }

    /// Street names that end with a number of their own.
    static func street(_ random: inout SplitMix64) -> String {
        let first = random.pick(["Lyng", "Måne", "Kvist", "Hassel", "Teie", "Vipe", "Torv", "Nøste", "Blåbær", "Svale"])
        let second = random.pick(["vegen", "bakken", "tunet", "stien", "kroken", "lia", "flata"])
        return first + second + " " + String(random.number(in: 1...98)) + random.pick(["", "", "", " A", " B"])
    }
}
