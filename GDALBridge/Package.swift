// swift-tools-version: 6.2
import PackageDescription

/// `vedette-gdal`, the only program that links GDAL. Nested, so that nobody waits for it before the
/// first briefing.
let package = Package(
  name: "GDALBridge",
  products: [.executable(name: "vedette-gdal", targets: ["vedette-gdal"])],
  dependencies: [
    .package(name: "vedette", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .executableTarget(
      name: "vedette-gdal",
      dependencies: [
        "CGDAL", .product(name: "VedetteData", package: "vedette"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    .testTarget(
      name: "BridgeTests",
      dependencies: ["CGDAL", .product(name: "VedetteData", package: "vedette")]),
  ]
)
