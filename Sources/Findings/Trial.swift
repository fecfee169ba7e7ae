public import Quantities

extension Results {
  /// What was said, by whom and where.
  public struct Said: Hashable, Sendable {
    /// A paraphrase, ours; never printed between quotation marks.
    public let words: String
    /// Word for word as it stands at the source; nil where only the paraphrase is kept.
    public let quote: String?
    public let by: String
    public let source: String?

    public init(words: String, quote: String?, by: String, source: String?) {
      (self.words, self.quote, self.by, self.source) = (words, quote, by, source)
    }
  }

  /// A claim on trial: what was said and how often it held.
  public struct Trial: Identifiable, Hashable, Sendable {
    public let id: String
    public let said: Said
    /// How often it holds.
    public let figure: FigureID
    /// The predicate in words.
    public let predicate: String
    /// Inputs of what is tried of which its own source speaks: with some, the verdict is partly the weight that this source
    /// was given.
    public let circular: [Address]
    /// How often the same holds after another posture, or in one country alone.
    public let variants: [FigureID]

    public init(
      id: String, said: Said, figure: FigureID, predicate: String, circular: [Address],
      variants: [FigureID]
    ) {
      (self.id, self.said, self.figure, self.predicate) = (id, said, figure, predicate)
      (self.circular, self.variants) = (circular, variants)
    }
  }

  /// A claim that distances answer: nothing is drawn, and it is as sure as the order of battle.
  public struct Fact: Identifiable, Hashable, Sendable {
    public let id: String
    public let said: Said
    public let predicate: String
    /// As it is asked; nil where no launcher reaches any of the places.
    public let asked: Count?
    /// The same after other postures, then country by country.
    public let variants: [Count]

    public init(id: String, said: Said, predicate: String, asked: Count?, variants: [Count]) {
      (self.id, self.said, self.predicate) = (id, said, predicate)
      (self.asked, self.variants) = (asked, variants)
    }

    /// Of how many places, and of how many people, it is so.
    public struct Count: Hashable, Sendable {
      public let setting: FigureSetting
      /// Upper-case code; nil for all places asked.
      public let country: String?
      public let satisfied, places: Int
      public let people, population: Int
      /// Whether that is the share asked for.
      public let holds: Bool

      public init(
        setting: FigureSetting, country: String?, satisfied: Int, places: Int, people: Int,
        population: Int, holds: Bool
      ) {
        (self.setting, self.country) = (setting, country)
        (self.satisfied, self.places) = (satisfied, places)
        (self.people, self.population, self.holds) = (people, population, holds)
      }
    }
  }
}
