/// Writes HTML of our own around texts of anybody's.
struct HTMLWriter {
    private(set) var html = ""

    /// Begins a document that needs nothing else: no script, no font, no picture of its own.
    ///
    /// Without its first line it is also well-formed XML.
    mutating func begin(_ title: String, in language: MessageLanguage, style: String) {
        raw(
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>
            """
        )
        text(title)
        raw("</title>\n<style>\(style)</style>\n</head>\n<body>\n<main>\n")
    }

    /// Ends the document.
    mutating func end() {
        raw("</main>\n</body>\n</html>\n")
    }

    /// Markup of our own.
    mutating func raw(_ markup: String) {
        html += markup
    }

    /// Anybody's text.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }

    mutating func element(_ name: String, _ content: String, _ attributes: String = "") {
        raw("<\(name)\(attributes)>")
        text(content)
        raw("</\(name)>\n")
    }
}
