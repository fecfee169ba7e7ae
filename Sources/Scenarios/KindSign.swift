/// How a kind is spoken of, and drawn on a map.
public struct KindSign: Hashable, Sendable {
  /// Its things in a sentence: `cruise missiles`.
  public let plural: String
  public let symbol: Symbol

  /// A symbol of APP-6(D), and the letter that stands for it without the layer of symbols.
  public struct Symbol: Hashable, Sendable {
    /// Symbol set and entity: `15` and `220300`.
    public let set, entity: String
    public let letter: String

    public init(set: String, entity: String, letter: String) {
      (self.set, self.entity, self.letter) = (set, entity, letter)
    }

    /// The code of the symbol on one of the two sides: `10031500002203000000`.
    public func code(isDefended: Bool) -> String {
      "100\(isDefended ? 3 : 6)\(set)0000\(entity)0000"
    }
  }

  public init(_ plural: String, _ set: String, _ entity: String, _ letter: String) {
    self.plural = plural
    symbol = Symbol(set: set, entity: entity, letter: letter)
  }
}
