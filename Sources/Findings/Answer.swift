public import Quantities

extension Results {
  /// Figures that statements name and that this run did not tell, by the statement's id.
  public var untold: [(statement: String, figure: FigureID)] {
    answers.flatMap { answer in
      answer.finding.compactMap { piece in
        guard case .figure(let id) = piece, figures[id: id] == nil else { return nil }
        return (answer.id, id)
      }
    }
  }

  /// What a scenario finds of one thing that was said in public.
  public struct Answer: Identifiable, Hashable, Sendable {
    public let id: String
    public let said: Said
    public let state: State
    /// What is found; figures stand in it as pieces of their own.
    public let finding: [Piece]
    /// What is not tested, and why; empty where all is.
    public let reason: String
    /// How sure, and what would change it; empty where nobody wrote it.
    public let confidence, wouldChange: String
    /// Ids that it rests on.
    public let standsOn: [String]

    public enum State: String, CaseIterable, Sendable {
      case tested
      /// What is found is a part of it; the reason says what is not tested.
      case partly
      case pointed = "pointed at"
      case untested = "not tested"
    }

    /// Words, or a figure among them.
    public enum Piece: Hashable, Sendable {
      case words(String)
      case figure(FigureID)
    }

    public init(
      id: String, said: Said, state: State, finding: [Piece], reason: String,
      confidence: String, wouldChange: String, standsOn: [String]
    ) {
      (self.id, self.said, self.state) = (id, said, state)
      (self.finding, self.reason) = (finding, reason)
      (self.confidence, self.wouldChange, self.standsOn) = (confidence, wouldChange, standsOn)
    }
  }
}
