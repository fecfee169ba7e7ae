public import Quantities

extension Results {
  /// What a scenario finds of one thing that was said in public.
  public struct Answer: Identifiable, Hashable, Sendable {
    public let id: String
    public let said: Said
    public let state: State
    /// What is found, or why it is not tested; figures stand in it as pieces of their own.
    public let finding: [Piece]
    /// How sure, and what would change it; empty where nobody wrote it.
    public let confidence, wouldChange: String
    /// Ids that it rests on.
    public let standsOn: [String]

    public enum State: String, Sendable {
      case tested
      case pointed = "pointed at"
      case untested = "not tested"
    }

    /// Words, or a figure among them.
    public enum Piece: Hashable, Sendable {
      case words(String)
      case figure(FigureID)
    }

    public init(
      id: String, said: Said, state: State, finding: [Piece], confidence: String,
      wouldChange: String, standsOn: [String]
    ) {
      (self.id, self.said, self.state, self.finding) = (id, said, state, finding)
      (self.confidence, self.wouldChange, self.standsOn) = (confidence, wouldChange, standsOn)
    }
  }
}
