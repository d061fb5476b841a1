/// A file that pages refer to below `/assets/`.
struct Asset: Sendable {
    /// The last part of its path.
    let name: String
    let contentType: String
    let bytes: [UInt8]

    /// Every file that the pages need and the licence of the font.
    static let all = [
        Asset(name: "rettid.css", contentType: "text/css; charset=utf-8", bytes: Array(styles.joined())),
        Asset(name: "print.css", contentType: "text/css; charset=utf-8", bytes: PackageResources.print_css),
        Asset(name: "inter.woff2", contentType: "font/woff2", bytes: PackageResources.inter_woff2),
        Asset(name: "favicon.svg", contentType: "image/svg+xml", bytes: PackageResources.favicon_svg),
        Asset(name: "logo.svg", contentType: "image/svg+xml", bytes: PackageResources.logo_svg),
        Asset(
            name: "inter-license.txt",
            contentType: "text/plain; charset=utf-8",
            bytes: PackageResources.Inter_LICENSE_txt
        ),
    ]

    /// The parts of the style sheet in the order in which they hold: whole elements first, what a narrow window changes
    /// last.
    ///
    /// Joined, as one file is one request, whichever page comes first.
    private static let styles = [
        PackageResources.base_css,
        PackageResources.page_css,
        PackageResources.forms_css,
        PackageResources.marks_css,
        PackageResources.tables_css,
        PackageResources.concern_css,
        PackageResources.work_css,
        PackageResources.case_css,
        PackageResources.drawings_css,
        PackageResources.referrals_css,
        PackageResources.editors_css,
        PackageResources.indicators_css,
        PackageResources.planning_css,
        PackageResources.narrow_css,
    ]

    /// Changes whenever any of the files does; it stands in their paths, so that a browser may keep them.
    static let version: String = {
        // FNV-1a: it only has to tell editions apart.
        let hash = all.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, asset in
            asset.bytes.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        return String(hash, radix: 36)
    }()

    /// The folder that pages name them in.
    static let folder = "/assets/\(version)/"
}
