internal import Datasets

/// Which symbol stands for what, and the ones a page needs, each defined once.
public struct SymbolSheet {
  private let symbols: [String: Symbol]

  /// Symbol codes of APP-6(D): set, entity; and the letter that stands for a kind without the layer.
  /// A kind that has none is not drawn.
  private static let codes: [String: (set: String, entity: String, letter: String)] = [
    "quasi-ballistic": ("10", "130700", "M"), "ballistic": ("10", "130700", "M"),
    "cruise": ("10", "130700", "M"), "one-way-drone": ("10", "121900", "D"),
    "aircraft": ("01", "110100", "A"), "rocket-artillery": ("15", "110900", "R"),
    "air-defence": ("10", "130102", "S"), "ground-radar": ("15", "220300", "R"),
    "airborne-radar": ("01", "110116", "E"), "observer-line": ("10", "121200", "O"),
  ]

  /// The code of a kind on one of the two sides: `10031500002203000000`.
  static func sidc(_ kind: String, isDefended: Bool) -> String? {
    codes[kind].map { "100\(isDefended ? 3 : 6)\($0.set)0000\($0.entity)0000" }
  }

  /// All codes that a page may use.
  public static var sidcs: [String] {
    codes.keys.sorted().flatMap { kind in
      [true, false].compactMap { sidc(kind, isDefended: $0) }
    }
  }

  /// - Throws: when the layer is damaged. Without the layer frames and letters stand for symbols.
  init(_ sidcs: Set<String>, _ pack: DataPack, isInstalled: Bool) throws(DataError) {
    guard !isInstalled else {
      symbols = try pack.symbols(sidcs.sorted()).compactMapValues { Symbol($0) }
      return
    }
    var plain: [String: Symbol] = [:]
    for (kind, code) in SymbolSheet.codes {
      for isDefended in [true, false] {
        guard let sidc = SymbolSheet.sidc(kind, isDefended: isDefended), sidcs.contains(sidc) else {
          continue
        }
        plain[sidc] = Symbol(letter: code.letter, isDefended: isDefended)
      }
    }
    symbols = plain
  }

  subscript(_ sidc: String) -> Symbol? { symbols[sidc] }

  var definitions: String {
    symbols.sorted { $0.key < $1.key }.map { "<g id=\"s\($0.key)\">\($0.value.body)</g>" }.joined()
  }
}
