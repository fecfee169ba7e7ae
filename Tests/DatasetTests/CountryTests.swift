import Datasets
import Foundation
import Kernels
import Testing

@Suite struct CountryTests {
  private static let hasMappingTools = FileManager.default.isExecutableFile(atPath: "/usr/bin/gmt")

  /// A border is the same when it is fetched and when it is read again: to the bit, since a draw may
  /// hang on it.
  @Test(.enabled(if: hasMappingTools, "the Generic Mapping Tools are not installed"))
  func aBorderIsTheSameAgain() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pack = DataPack(folder: folder)
    let first = try pack.country("LU")
    #expect(!FileManager.default.fileExists(atPath: "gmt.history"), "the tools left a file here")
    #expect(first.rings == (try pack.country("LU")).rings && first.rings.joined().count > 50)
  }
}
