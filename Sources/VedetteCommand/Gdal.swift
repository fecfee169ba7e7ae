import Datasets
import Foundation

/// Where `vedette-gdal` is.
enum Gdal {
  /// Named by `VEDETTE_GDAL`, else beside `vedette`, else where `make gdal` leaves it, else on the path.
  static var bridge: GdalBridge? {
    let manager = FileManager.default
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["VEDETTE_GDAL"] { return GdalBridge(program: named) }
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = [own.deletingLastPathComponent()]
    let places =
      folders.map { $0.appendingPathComponent("vedette-gdal").path }
      + ["GDALBridge/.build/release/vedette-gdal"]
      + (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/vedette-gdal" }
    return places.first { manager.isExecutableFile(atPath: $0) }.map { GdalBridge(program: $0) }
  }

  static func needed() throws(DataError) -> GdalBridge {
    if let bridge { return bridge }
    throw DataError(.noInput, "vedette-gdal is not built\n  help: make gdal")
  }
}
