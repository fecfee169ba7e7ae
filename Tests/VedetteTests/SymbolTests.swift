import Datasets
import Findings
import Foundation
import Reports
import Scenarios
import Tactical
import Testing
import Validation

/// Symbols against milsymbol's own Python output, letter by letter, through SHA-256.
@Suite struct SymbolTests {
  private static let pack = DataPack(folder: repository.appendingPathComponent(".data"))
  /// Lines of `Scripts/peers/milsymbol_svg.py`: the codes a page uses, and every 200th of the package;
  /// `make symbols` hands over all of them.
  private static let oracle =
    ProcessInfo.processInfo.environment["VEDETTE_SYMBOLS"].map { URL(fileURLWithPath: $0) }
    ?? repository.appendingPathComponent("Tests/VedetteTests/Golden/milsymbol.sha256")
  private static let isInstalled = pack.isInstalled(Layer.all.first { $0.id == "symbols" }!)

  /// A few by the pack's search; thousands by reading the whole layer.
  private func instructions(_ codes: [String]) throws -> [String: Data] {
    guard codes.count > 1_000 else { return try Self.pack.symbols(codes) }
    let file = Self.pack.folder.appendingPathComponent("symbols.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(all as? [String: Any]).mapValues {
      try JSONSerialization.data(withJSONObject: $0)
    }
  }

  @Test(.enabled(if: isInstalled, "the layer of symbols is not installed"))
  func drawnAsMilsymbolDraws() throws {
    let lines = String(decoding: try Files.read(Self.oracle), as: UTF8.self).split(separator: "\n")
    let expected = Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], words[1])
      })
    #expect(expected.count > 150)
    let signs = TacticalKinds.shipped.tables.compactMap(\.sign)
    #expect(signs.count > 8)
    #expect(
      signs.allSatisfy { sign in
        [true, false].allSatisfy { expected[sign.symbol.code(isDefended: $0)] != nil }
      })
    var different: [String] = []
    for (code, data) in try instructions(expected.keys.sorted()) {
      let svg = try #require(Symbol(data)).svg
      if Sha256.hex(Array(svg.utf8)) != expected[code] { different.append(code) }
    }
    #expect(different.count == 0, "\(different.count) differ, as \(different.sorted().prefix(3))")
  }
}
