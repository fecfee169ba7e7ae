internal import Datasets
internal import Scenarios

/// Which symbol stands for what, and the ones a page needs, each defined once.
public struct SymbolSheet {
  private let symbols: [String: Symbol]

  /// - Throws: when the layer is damaged. Without the layer frames and letters stand for symbols.
  init(
    _ used: Set<Unit>, _ pack: DataPack, isInstalled: Bool
  ) throws(DataError) {
    guard !isInstalled else {
      symbols = try pack.symbols(Set(used.map(\.code)).sorted()).compactMapValues { Symbol($0) }
      return
    }
    symbols = used.reduce(into: [:]) {
      $0[$1.code] = Symbol(letter: $1.symbol.letter, isDefended: $1.isDefended)
    }
  }

  /// A symbol on one of the two sides.
  struct Unit: Hashable {
    let symbol: KindSign.Symbol
    let isDefended: Bool
    var code: String { symbol.code(isDefended: isDefended) }
  }

  subscript(_ sidc: String) -> Symbol? { symbols[sidc] }

  var definitions: String {
    symbols.sorted { $0.key < $1.key }.map { "<g id=\"s\($0.key)\">\($0.value.body)</g>" }.joined()
  }
}
