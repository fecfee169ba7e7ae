public import Quantities

/// What became of every launcher's attack on every place under one posture, draw by draw.
///
/// Draw `i` is the same world at every launcher, place and posture, so that rows of one number belong together; each is as
/// likely as any other.
public struct KeptDraws: Sendable {
  /// One formation against one place.
  public struct Pair: Sendable {
    /// Ids of the place and of the formation, and the class of threat.
    public let place, threat, launcher: String
    /// In order.
    public let draws: [KeptDraw]

    public init(place: String, threat: String, launcher: String, draws: [KeptDraw]) {
      (self.place, self.threat, self.launcher, self.draws) = (place, threat, launcher, draws)
    }
  }

  public let posture: String
  /// Those that are reached in some draw, by place, class and launcher.
  public let pairs: [Pair]

  public init(posture: String, pairs: [Pair]) { (self.posture, self.pairs) = (posture, pairs) }
}

/// One draw of one launcher against one place. Times are after the launch; nil where the moment never comes.
public struct KeptDraw: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Sendable {
    case inTime = "siren-first"
    case late, never
    case outOfReach = "out-of-reach"
  }

  /// Of an aircraft, before the launch; the first sign that the net has; the order; the alert where people are; the arrival.
  public let tookOff, firstSign, ordered, received, arrived: TimeSpan?
  public let outcome: Outcome
  /// Why the alert is late or never comes, as in `TacticalFigures.reasons`; nil where it is in time.
  public let reason: String?

  public init(
    tookOff: TimeSpan?, firstSign: TimeSpan?, ordered: TimeSpan?, received: TimeSpan?,
    arrived: TimeSpan?, outcome: Outcome, reason: String?
  ) {
    self.tookOff = tookOff
    (self.firstSign, self.ordered, self.received) = (firstSign, ordered, received)
    (self.arrived, self.outcome, self.reason) = (arrived, outcome, reason)
  }

  /// From the alert to the arrival, below zero where it comes later; nil without either.
  public var warning: TimeSpan? {
    if let received, let arrived { arrived - received } else { nil }
  }
}
