import Casework
import Law

/// A person's number as it is shown to somebody who may see it.
enum PersonNumberWords {
    static func grouped(_ number: PersonNumber) -> String {
        let digits = number.digits
        return digits.count == 11 ? "\(digits.prefix(6)) \(digits.suffix(5))" : digits
    }
}

/// An address in lines.
enum AddressWords {
    /// Nothing for a hidden address, and for none.
    static func lines(_ residence: Residence?) -> [String] {
        guard case .open(let address)? = residence else { return [] }
        return lines(address)
    }

    static func lines(_ address: PostalAddress) -> [String] {
        let town = [address.postcode, address.town].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        return (address.lines + [town]).filter { !$0.isEmpty }
    }
}

/// What a document is, in a word and a size.
enum DocumentWords {
    static func kind(_ mediaType: String) -> String {
        switch mediaType {
        case "application/pdf": "PDF"
        case "image/png": "PNG"
        case "image/jpeg": "JPEG"
        case "text/plain": "TXT"
        case "application/vnd.oasis.opendocument.text": "ODT"
        case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX"
        case "application/octet-stream": "BIN"
        default: mediaType
        }
    }

    /// Kilobytes up to one megabyte, then megabytes; rounded up.
    static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\((bytes + 999_999) / 1_000_000) MB"
    }
}
