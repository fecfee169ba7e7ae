// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: imports say what they use, existentials say that they are.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target without Foundation links libm itself.
let math: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

func target(_ name: String, _ dependencies: [Target.Dependency], plain: Bool = true) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings,
    linkerSettings: plain ? math : [])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], beside: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: beside, swiftSettings: settings)
}

let package = Package(
  name: "vedette",
  products: [
    .library(name: "Vedette", targets: ["Vedette"]),
    .library(name: "VedetteData", targets: ["Datasets"]),
    .executable(name: "vedette", targets: ["VedetteCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    // the files of Catalogue/, in the program
    .target(name: "CCatalogue"),

    // layer 1
    target("Kernels", []),
    target("Quantities", []),
    target("Geodesy", ["Quantities", "CPROJ"]),
    // layer 2
    target("Findings", ["Quantities"]),
    target("Datasets", ["Kernels", "Geodesy", "Quantities", "CZlib", "CNettle"], plain: false),
    target("Scenarios", ["Quantities", "Yams"]),
    target("Timelines", ["Kernels", "Quantities"]),
    // other people's files, as rows for a scenario's tables
    target("Imports", ["Datasets", "Geodesy", "Quantities"], plain: false),
    // layer 3
    target(
      "Theatre",
      ["Findings", "Datasets", "Scenarios", "Timelines", "Geodesy", "Kernels", "Quantities"]),
    // layer 4
    target(
      "Tactical",
      [
        "Theatre", "Findings", "Datasets", "Scenarios", "Timelines", "Geodesy", "Kernels",
        "Quantities",
      ]),
    target(
      "Strategic",
      ["Theatre", "Findings", "Datasets", "Scenarios", "Timelines", "Kernels", "Quantities"]),
    target(
      "Operational",
      ["Theatre", "Findings", "Scenarios", "Timelines", "Geodesy", "Kernels", "Quantities"]),
    target("Warnings", ["Findings", "Timelines", "Quantities", "Kernels"]),
    // layer 5
    target(
      "Vedette",
      [
        "Tactical", "Operational", "Strategic", "Warnings", "Theatre", "Findings", "Datasets",
        "Scenarios", "Timelines", "Geodesy", "Kernels", "Quantities", "CCatalogue",
      ]),
    target(
      "Reports",
      [
        "Findings", "Theatre", "Scenarios", "Datasets", "Timelines", "Geodesy", "Kernels",
        "Quantities",
      ],
      plain: false),
    // runs kept in a file and read back; alone sees SQLite
    target(
      "RunStore",
      [
        "Reports", "Findings", "Theatre", "Scenarios", "Datasets", "Geodesy", "Kernels",
        "Quantities", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], plain: false),
    // layer 6
    target(
      "Validation",
      [
        "Vedette", "Tactical", "Warnings", "Theatre", "Datasets", "Scenarios", "Timelines",
        "Geodesy", "Kernels", "Quantities", "Yams",
      ]),
    .executableTarget(
      name: "VedetteCommand",
      dependencies: [
        "Vedette", "Validation", "Reports", "RunStore", "Imports", "Tactical", "Operational",
        "Strategic",
        "Warnings", "Findings",
        "Theatre", "Datasets", "Scenarios", "Timelines", "Geodesy", "Kernels", "Quantities",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: [
        "Reports", "Tactical", "Findings", "Theatre", "Scenarios", "Timelines", "Geodesy",
        "Kernels", "Quantities",
      ], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("KernelTests", ["Kernels", "Quantities", "Geodesy"]),
    tests("QuantityTests", ["Quantities"]),
    tests(
      "ScenarioTests", ["Scenarios", "Quantities", "Theatre", "Vedette", "TestSupport"]),
    tests("ImportTests", ["Imports", "Datasets", "Quantities"]),
    tests("DatasetTests", ["Datasets", "Kernels", "Geodesy", "Quantities"]),
    tests("WarningTests", ["Warnings", "Findings", "Timelines", "Quantities", "Kernels"]),
    tests(
      "TacticalTests",
      [
        "Tactical", "Warnings", "Findings", "Theatre", "Datasets", "Scenarios", "Vedette",
        "Timelines", "Geodesy", "Kernels", "Quantities", "TestSupport",
      ]),
    tests(
      "StrategicTests",
      [
        "Strategic", "Vedette", "Warnings", "Findings", "Theatre", "Scenarios", "Timelines",
        "Datasets", "Kernels", "Quantities", "TestSupport", "VedetteCommand",
      ]),
    tests(
      "OperationalTests",
      [
        "Operational", "Tactical", "Vedette", "Reports", "Findings", "Theatre", "Datasets",
        "Scenarios", "Geodesy", "Quantities", "Kernels", "TestSupport",
      ]),
    tests(
      "VedetteTests",
      [
        "Vedette", "Validation", "Imports", "Reports", "RunStore", "Warnings", "Tactical",
        "Findings", "Theatre",
        "Datasets", "Scenarios", "Timelines", "Geodesy", "Kernels", "Quantities", "TestSupport",
      ], beside: ["Golden"]),
    tests(
      "RunStoreTests",
      [
        "RunStore", "Reports", "Vedette", "Tactical", "Findings", "Theatre", "Scenarios",
        "Datasets", "Quantities", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // runs the program, which is built before a test that depends on it
    tests("CommandTests", ["VedetteCommand", "Scenarios", "TestSupport"]),
  ],
  // #embed
  cLanguageStandard: .c2x
)
