public import Findings
public import Quantities

/// What `results.json` holds: small enough to read, with the ids under which everything else stands in `results.gpkg`.
public struct ResultsDocument: Sendable {
  public let run: Results.Run
  /// How the model stood against timed events; nil where nobody looked.
  public let record: TrackRecord?
  public let data: [Results.Data]
  public let postures: [Results.Posture]
  public let summary: [Line]
  public let judgements: [Judgement]
  public let trials: [Trial]
  public let facts: [Fact]
  public let statements: [Statement]
  public let sources: [Source]
  /// Of a command that answers about one place; a briefing's stand in `results.gpkg`.
  public let figures: [Number]
  /// What rungs found that is no figure, by key.
  public let annexes: [String: [Json]]

  /// A place, a class of threat and a posture that has it.
  public struct Line: Hashable, Sendable {
    public let place, threat, posture: String
    public let state: Figure.State
    /// Of 1: out of reach of all draws, the others of the attacks that arrive; nil where none does.
    public let outOfReach, inTime, late, noAlert, inShelter: Double?
    /// From the alert to the arrival, s.
    public let p10, median, p90: Double?
  }

  /// A sentence of the first page, and the figures in it.
  public struct Judgement: Hashable, Sendable {
    public let words: String
    public let figures: [String]

    public init(words: String, figures: [String]) { (self.words, self.figures) = (words, figures) }
  }

  public struct Trial: Hashable, Sendable {
    public let id: String
    public let said: Results.Said
    public let predicate: String
    public let asked: Verdict
    public let variants: [Verdict]
    public let circular: [String]
  }

  /// How often a claim holds, asked in one way.
  public struct Verdict: Hashable, Sendable {
    public let figure, subject, postures: String
    public let holds, low, high: Double?
  }

  public struct Fact: Hashable, Sendable {
    public let id: String
    public let said: Results.Said
    public let predicate: String
    public let asked: Results.Fact.Count?
    public let variants: [Results.Fact.Count]
  }

  public struct Statement: Hashable, Sendable {
    public let id: String
    public let said: Results.Said
    public let state: Results.Answer.State
    public let finding: String
    public let figures: [String]
    public let reason, confidence, wouldChange: String
    public let standsOn: [String]
  }

  /// A figure.
  public struct Number: Hashable, Sendable {
    public let id: String
    public let value, low, high: Double?
    public let unit: String
    public let draws: Int
    public let state: Figure.State
    public let absent: [String: Int]
  }
}

extension ResultsDocument {
  /// - Parameters:
  ///   - judgements: sentences of the first page.
  ///   - withFigures: whether every figure is among it.
  public init(
    _ results: Results, record: TrackRecord? = nil, judgements: [Judgement] = [],
    withFigures: Bool = false
  ) {
    (run, self.record, self.judgements) = (results.run, record, judgements)
    data = results.foundations.data
    postures = results.foundations.postures
    sources = results.foundations.sources
    summary = Line.all(results)
    trials = results.trials.map { Trial($0, results.figures) }
    facts = results.facts.map {
      Fact(
        id: $0.id, said: $0.said, predicate: $0.predicate, asked: $0.asked, variants: $0.variants)
    }
    statements = results.answers.map { Statement($0, results.figures) }
    // in order of id, whichever way they were found
    figures = withFigures ? results.figures.map(Number.init).sorted { $0.id < $1.id } : []
    annexes = Dictionary(grouping: results.annexes) { type(of: $0).key }
      .mapValues { $0.map(\.json) }
  }
}

extension ResultsDocument.Line {
  /// Places whose warning is told, in the order of the figures.
  static func all(_ results: Results) -> [ResultsDocument.Line] {
    results.figures.compactMap { median in
      let id = median.id
      guard id.quantity.isKind(of: TacticalFigures.warning), id.statistic == .median,
        case .place(let place) = id.subject, case .posture(let posture) = id.setting
      else { return nil }
      func value(_ statistic: Statistic) -> Double? {
        results.figures[id: id.with(statistic)]?.estimate.value
      }
      return ResultsDocument.Line(
        place: place, threat: id.threat ?? "any", posture: posture, state: median.state,
        outOfReach: value(.outOfReach), inTime: value(.inTime), late: value(.late),
        noAlert: value(.noAlert), inShelter: value(TacticalFigures.enough), p10: value(.p10),
        median: median.estimate.value, p90: value(.p90))
    }
  }
}

extension ResultsDocument.Number {
  init(_ figure: Figure) {
    self.init(
      id: figure.id.description, value: figure.estimate.value, low: figure.estimate.low,
      high: figure.estimate.high, unit: figure.id.unit.rawValue, draws: figure.draws,
      state: figure.state, absent: figure.absent)
  }
}

extension ResultsDocument.Trial {
  init(_ trial: Results.Trial, _ figures: FigureTable) {
    func verdict(_ id: FigureID) -> ResultsDocument.Verdict {
      let estimate = figures[id: id]?.estimate
      return ResultsDocument.Verdict(
        figure: id.description, subject: id.subject.word, postures: id.setting.word,
        holds: estimate?.value, low: estimate?.low, high: estimate?.high)
    }
    self.init(
      id: trial.id, said: trial.said, predicate: trial.predicate, asked: verdict(trial.figure),
      variants: trial.variants.map(verdict), circular: trial.circular.map(\.description))
  }
}

extension ResultsDocument.Statement {
  init(_ answer: Results.Answer, _ figures: FigureTable) {
    self.init(
      id: answer.id, said: answer.said, state: answer.state, finding: answer.words(figures),
      figures: answer.figures.map(\.description), reason: answer.reason,
      confidence: answer.confidence, wouldChange: answer.wouldChange, standsOn: answer.standsOn)
  }
}
