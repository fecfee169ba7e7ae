import Datasets
import Foundation
import Kernels
import Testing

@Suite struct CountryTests {
  private static let hasMappingTools = FileManager.default.isExecutableFile(atPath: "/usr/bin/gmt")

  /// A text that is no country code, whatever it is, is an error with words.
  @Test(arguments: ["jm", "JAMAICA", "JM,CU", "", "../x", "=AF"])
  func whatIsNoCodeIsRefused(text: String) {
    let pack = DataPack(path: "/nowhere")
    #expect(
      throws: DataError(.badData, "'\(text)' is not a country code, expected two capital letters")
    ) { try pack.country(text) }
  }

  /// A code that the layer does not know is an error with words.
  @Test(.enabled(if: hasMappingTools, "the Generic Mapping Tools are not installed"))
  func aCodeWithoutABorderIsSaid() {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: DataError(.badData, "the countries layer has no 'QM'")) {
      try DataPack(folder: folder).country("QM")
    }
  }

  /// A border is the same when it is fetched and when it is read again: to the bit, since a draw may
  /// hang on it.
  @Test(.enabled(if: hasMappingTools, "the Generic Mapping Tools are not installed"))
  func aKeptBorderIsTheSameToTheBit() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pack = DataPack(folder: folder)
    let first = try pack.country("LU")
    #expect(!FileManager.default.fileExists(atPath: "gmt.history"), "the tools left a file here")
    #expect(first.rings == (try pack.country("LU")).rings && first.rings.joined().count > 50)
  }
}
