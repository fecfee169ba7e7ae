/// What the other side may be up to. One at a time: an exercise that covers an attack is preparation of
/// an attack.
public enum Purpose: Int, CaseIterable, Sendable {
  case routine, exercise, coercion, attack, other

  /// As files and addresses name it.
  public var name: String { "\(self)" }

  /// As a reader is told.
  public var words: String {
    switch self {
    case .routine: "routine"
    case .exercise: "exercise only"
    case .coercion: "coercion"
    case .attack: "attack preparation"
    case .other: "other"
    }
  }

  /// Phases its duration is made of: the more, the less it scatters, as 1 / √phases.
  ///
  /// A chain of k equal geometric phases lasts a negative binomial time: short preparations are as
  /// rare as they should be, which one geometric time would not have.
  var phases: Int {
    switch self {
    case .routine, .other: 1
    case .exercise: 4
    case .coercion: 3
    case .attack: 6
    }
  }
}
