// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// `RETTID_CORE=1` leaves the web and the program out, so that the pure targets, `Journal` and `Office`
/// build and test alone.
let coreOnly = ProcessInfo.processInfo.environment["RETTID_CORE"] == "1"

/// Settings of every target of ours (docs/decisions/0001-the-house.md).
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// The pure targets promise memory safety as well; wrappers of C libraries cannot.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

// Every arrow of docs/architecture.md is a line here, and no arrow exists that is not.
var targets: [Target] = [
    .target(
        name: "Law",
        resources: [.embedInCode("Municipalities/Data"), .embedInCode("Rules/Data")],
        swiftSettings: strict
    ),
    .target(name: "Casework", dependencies: ["Law"], swiftSettings: pure),
    .target(name: "Assistance", dependencies: ["Law"], swiftSettings: pure),
    // Debian's expat; a wrapper without code of its own.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .target(
        name: "Exchange",
        dependencies: ["Assistance", "Casework", "CExpat", "Law"],
        resources: [
            .embedInCode("Deliveries/Report/Catalogs"), .embedInCode("Messages/Forms/Catalogs"),
            .embedInCode("Messages/Showing/Catalogs"),
        ],
        swiftSettings: pure
    ),
    .target(
        name: "Journal",
        dependencies: [
            "Law",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
            .product(name: "Crypto", package: "swift-crypto"),
        ],
        swiftSettings: strict
    ),
    .target(
        name: "Office",
        dependencies: [
            "Assistance", "Casework", "Exchange", "Journal", "Law", "Monitor", "Planning", "Transport", logging,
            .product(name: "Crypto", package: "swift-crypto"),
        ],
        resources: [.embedInCode("Plans/Examples")],
        swiftSettings: strict
    ),
    .target(name: "Transport", dependencies: ["Law"], swiftSettings: strict),
    .target(name: "Monitor", dependencies: ["Assistance", "Casework", "Law"], swiftSettings: pure),
    // Optimised in debug builds as well: demo and tests run it, and it is some fifty times slower otherwise.
    .target(
        name: "Planning",
        dependencies: ["Law"],
        swiftSettings: pure + [.unsafeFlags(["-O"], .when(configuration: .debug))]
    ),
    .target(
        name: "Synthetic",
        dependencies: ["Assistance", "Casework", "Exchange", "Law"],
        swiftSettings: pure
    ),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .testTarget(name: "LawTests", dependencies: ["Law", "TestSupport"], swiftSettings: strict),
    .testTarget(
        name: "AssistanceTests",
        dependencies: ["Assistance", "Law", "TestSupport"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "CaseworkTests",
        dependencies: ["Casework", "Law", "Synthetic", "TestSupport"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "ExchangeTests",
        dependencies: ["Exchange", "Assistance", "Law", "Casework", "TestSupport"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "JournalTests",
        dependencies: ["Journal", "Law", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
        swiftSettings: strict
    ),
    .testTarget(
        name: "MonitorTests",
        dependencies: ["Monitor", "Assistance", "Casework", "Law"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "OfficeTests",
        dependencies: [
            "Office", "Assistance", "Casework", "Exchange", "Journal", "Law", "Planning", "Synthetic", "TestSupport",
            "Transport", logging, .product(name: "Crypto", package: "swift-crypto"),
        ],
        swiftSettings: strict
    ),
    .testTarget(
        name: "PlanningTests",
        dependencies: ["Planning", "Law"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "TransportTests",
        dependencies: ["Transport", "Law", "TestSupport"],
        swiftSettings: strict
    ),
    .testTarget(
        name: "SyntheticTests",
        dependencies: ["Synthetic", "Assistance", "Casework", "Exchange", "Law", "Office", "TestSupport"],
        swiftSettings: strict
    ),
]

var dependencies: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
]

var products: [Product] = []

if !coreOnly {
    dependencies += [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ]
    targets += [
        // Debian's libzip and libxlsxwriter; wrappers without code of their own, for the program alone.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(
            name: "CXlsxWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Assistance", "Casework", "Exchange", "Law", "Monitor", "Office", "Planning", logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Templates"),
                .embedInCode("Catalogs"),
                .embedInCode("Assets"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "rettid",
            dependencies: [
                "Assistance", "CXlsxWriter", "CZip", "Casework", "Exchange", "Journal", "Law", "Office", "Planning",
                "Synthetic", "Web", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Office", "Assistance", "Casework", "Exchange", "Journal", "Law", "Planning", "Synthetic",
                "TestSupport", logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "rettid", "Assistance", "CZip", "Casework", "Exchange", "Journal", "Law", "Office", "Planning",
                "Synthetic",
                "TestSupport", logging,
            ],
            swiftSettings: strict
        ),
    ]
    products.append(.executable(name: "rettid", targets: ["rettid"]))
}

// The fuzz target, built by scripts/fuzz alone: it needs the compiler's fuzzer.
if ProcessInfo.processInfo.environment["RETTID_FUZZ"] == "1" {
    targets.append(
        .executableTarget(
            name: "fuzz-deliveries",
            dependencies: ["Exchange"],
            path: "Tests/Fuzz/Deliveries",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
        )
    )
    products.append(.executable(name: "fuzz-deliveries", targets: ["fuzz-deliveries"]))
}

let package = Package(
    name: "rettid",
    platforms: [.macOS(.v15)],
    products: products,
    dependencies: dependencies,
    targets: targets
)
