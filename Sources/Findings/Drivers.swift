public import Quantities

extension Results {
  /// What the warning of one group of threats hangs on, input by input.
  public struct Drivers: Hashable, Sendable {
    public let subject: FigureSubject
    /// Nil for all threats.
    public let threat: String?
    public let posture: String
    /// Draws with an alert, over which it was looked at.
    public let draws: Int
    /// Greatest share first, ten at most.
    public let leading: [Driver]

    public init(
      subject: FigureSubject, threat: String?, posture: String, draws: Int, leading: [Driver]
    ) {
      (self.subject, self.threat, self.posture) = (subject, threat, posture)
      (self.draws, self.leading) = (draws, leading)
    }
  }

  /// An input, and the share of the warning's variance over the draws that a straight line in it explains. Shares of
  /// inputs that act together do not add up to 1.
  public struct Driver: Hashable, Sendable {
    public let address: Address
    public let share: Double
    /// What the draws come to that believe one of its claims, in the order of the law's components; empty where it has one alone.
    public let beliefs: [Belief]

    public init(_ address: Address, _ share: Double, beliefs: [Belief] = []) {
      (self.address, self.share, self.beliefs) = (address, share, beliefs)
    }
  }

  /// What it would be if one claim of an input were right alone: the draws that believe it, all else as unknown as before.
  public struct Belief: Hashable, Sendable {
    /// Draws that believe it and in which the threat arrives, and those of them with the alert in time.
    public let draws, inTime: Int

    public init(draws: Int, inTime: Int) { (self.draws, self.inTime) = (draws, inTime) }
  }
}
