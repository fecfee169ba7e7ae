public import Quantities

/// What a run of a scenario found, with everything it rests on.
public struct Results: Sendable {
  public struct Input: Hashable, Sendable {
    public let address: Address
    public let law: Law
    public let unit: String
    /// The posture that sets this law; nil for the law of all others.
    public let posture: String?

    public init(address: Address, law: Law, unit: String, posture: String? = nil) {
      (self.address, self.law, self.unit, self.posture) = (address, law, unit, posture)
    }
  }

  /// A layer that was used.
  public struct Data: Hashable, Sendable {
    public let layer, version, sha256, licence, attribution: String

    public init(
      layer: String, version: String, sha256: String, licence: String, attribution: String
    ) {
      (self.layer, self.version, self.sha256) = (layer, version, sha256)
      (self.licence, self.attribution) = (licence, attribution)
    }
  }

  /// Which run of which scenario it was.
  public struct Run: Hashable, Sendable {
    public let version, scenario, scenarioHash: String
    public let seed: UInt64
    public let replicates, draws: Int

    public init(
      version: String, scenario: String, scenarioHash: String, seed: UInt64, replicates: Int,
      draws: Int
    ) {
      (self.version, self.scenario, self.scenarioHash) = (version, scenario, scenarioHash)
      (self.seed, self.replicates, self.draws) = (seed, replicates, draws)
    }
  }

  /// What a scenario's numbers rest on.
  public struct Foundations: Sendable {
    public let data: [Data]
    public let inputs: [Input]
    public let claims: [Claim]
    public let sources: [Source]
    public let postures: [Posture]

    public init(
      data: [Data], inputs: [Input], claims: [Claim], sources: [Source], postures: [Posture] = []
    ) {
      (self.data, self.inputs, self.claims, self.sources) = (data, inputs, claims, sources)
      self.postures = postures
    }

    /// The least sure standing of some postures; nil where the scenario says none.
    public func standing(of ids: [String]) -> Standing? {
      postures.filter { ids.contains($0.id) }.compactMap(\.standing).max()
    }
  }

  /// A posture, and what of it nobody reported.
  public struct Posture: Identifiable, Sendable {
    public let id, title: String
    public let asOf: Day
    /// The least sure of its elements; nil where the scenario says none.
    public let standing: Standing?
    /// Ids of elements that nobody reported.
    public let whatIfs: [String]

    public init(id: String, title: String, asOf: Day, standing: Standing?, whatIfs: [String]) {
      (self.id, self.title, self.asOf) = (id, title, asOf)
      (self.standing, self.whatIfs) = (standing, whatIfs)
    }
  }

  public let run: Run
  public let figures: FigureTable
  public let trials: [Trial]
  public let facts: [Fact]
  public let answers: [Answer]
  public let drivers: [Drivers]
  public let foundations: Foundations
  /// What the rungs of the program may find, whether this run asked for it or not.
  public let declared: [RungFindings]
  /// Every quantity that may be among the figures.
  public let vocabulary: FigureVocabulary
  /// What was found that is no figure.
  public let annexes: [any Annex]

  public init(
    _ run: Run, figures: [Figure], trials: [Trial], facts: [Fact] = [], answers: [Answer] = [],
    drivers: [Drivers] = [], foundations: Foundations, declared: [RungFindings],
    annexes: [any Annex]
  ) {
    (self.run, self.foundations) = (run, foundations)
    (self.trials, self.facts, self.answers) = (trials, facts, answers)
    self.drivers = drivers
    (self.declared, self.annexes) = (declared, annexes)
    self.figures = FigureTable(figures)
    vocabulary = FigureVocabulary(declared.flatMap(\.quantities))
  }

  /// The same with some of its figures.
  public func keeping(_ isKept: (FigureID) -> Bool) -> Results {
    changed(figures.filter { isKept($0.id) }, annexes)
  }

  /// The same with further figures of another run of the scenario, and the postures and inputs that they are of.
  public func adding(_ other: Results, _ isKept: (FigureID) -> Bool) -> Results {
    let known = Set(foundations.postures.map(\.id))
    let postures = other.foundations.postures.filter { !known.contains($0.id) }
    let names = Set(postures.map(\.id))
    let claims = Set(foundations.claims.map(\.id))
    let addresses = Set(foundations.inputs.map(\.address))
    let inputs = other.foundations.inputs.filter {
      $0.posture.map(names.contains) ?? !addresses.contains($0.address)
    }
    let (drawn, cited) = (
      Set(inputs.map(\.address)).subtracting(addresses),
      Set(inputs.flatMap { $0.law.components.compactMap(\.claim) })
    )
    return Results(
      run, figures: Array(figures) + other.figures.filter { isKept($0.id) }, trials: trials,
      facts: facts, answers: answers, drivers: drivers,
      foundations: Foundations(
        data: foundations.data,
        inputs: (foundations.inputs + inputs).sorted {
          ($0.address, $0.posture ?? "") < ($1.address, $1.posture ?? "")
        },
        claims: foundations.claims
          + other.foundations.claims.filter {
            !claims.contains($0.id) && (drawn.contains($0.address) || cited.contains($0.id))
          },
        sources: foundations.sources, postures: foundations.postures + postures),
      declared: declared, annexes: annexes)
  }

  /// The same with other annexes.
  public func with(_ annexes: [any Annex]) -> Results { changed(Array(figures), annexes) }

  private func changed(_ figures: [Figure], _ annexes: [any Annex]) -> Results {
    Results(
      run, figures: figures, trials: trials, facts: facts, answers: answers, drivers: drivers,
      foundations: foundations, declared: declared, annexes: annexes)
  }

  /// The annex of a kind; nil where the run has none.
  public func annex<A: Annex>(_ kind: A.Type) -> A? {
    annexes.lazy.compactMap { $0 as? A }.first
  }

  /// A figure by the text of its id; nil where the run has none of it.
  public func figure(_ text: String) -> Figure? {
    vocabulary.id(text).flatMap { figures[id: $0] }
  }
}
