public import Quantities

extension Results {
  /// What differs between two runs: figures, and the inputs that they rest on.
  public struct Difference: Sendable {
    /// A figure that both have, with other numbers.
    public struct Moved: Sendable {
      public let before, after: Figure
      /// Inputs of it whose laws differ; empty where only seed, draws, program or evidence can be the reason.
      public let inputs: [Address]

      /// After minus before; nil where one of them has no value.
      public var change: Double? {
        guard let x = before.estimate.value, let y = after.estimate.value else { return nil }
        return y - x
      }
    }

    /// An input that one of them draws otherwise, or not at all.
    public struct InputChange: Sendable {
      public let address: Address
      /// The posture that sets the law; nil for that of all others.
      public let posture: String?
      /// Nil where it is not drawn.
      public let before, after: Input?
    }

    /// How many figures are the same to the last digit.
    public let same: Int
    public let moved: [Moved]
    public let onlyBefore, onlyAfter: [FigureID]
    public let inputs: [InputChange]

    /// Whether every figure of one is one of the other, with the same numbers.
    public var agrees: Bool { moved.isEmpty && onlyBefore.isEmpty && onlyAfter.isEmpty }

    public init(from before: Results, to after: Results) {
      inputs = Difference.inputs(before.foundations.inputs, after.foundations.inputs)
      let changed = Set(inputs.map(\.address))
      var (same, moved, onlyBefore) = (0, [Moved](), [FigureID]())
      for figure in before.figures {
        guard let other = after.figures[id: figure.id] else {
          onlyBefore.append(figure.id)
          continue
        }
        if figure.estimate == other.estimate && figure.draws == other.draws {
          same += 1
        } else {
          moved.append(
            Moved(
              before: figure, after: other,
              inputs: Set(figure.inputs + other.inputs).intersection(changed).sorted()))
        }
      }
      (self.same, self.moved, self.onlyBefore) = (same, moved, onlyBefore)
      onlyAfter = after.figures.map(\.id).filter { before.figures[id: $0] == nil }
    }

    /// By address and posture. What chooses among claims is no part of what is compared: a results file does not keep it.
    private static func inputs(_ before: [Input], _ after: [Input]) -> [InputChange] {
      struct Key: Hashable {
        let address: Address
        let posture: String?
      }
      func table(_ inputs: [Input]) -> [Key: Input] {
        Dictionary(
          inputs.map { (Key(address: $0.address, posture: $0.posture), $0) },
          uniquingKeysWith: { a, _ in a })
      }
      let (old, new) = (table(before), table(after))
      return Set(old.keys).union(new.keys).compactMap { key in
        let (x, y) = (old[key], new[key])
        if let x, let y, x.law.isDrawnAs(y.law) { return nil }
        return InputChange(address: key.address, posture: key.posture, before: x, after: y)
      }.sorted { ($0.address, $0.posture ?? "") < ($1.address, $1.posture ?? "") }
    }
  }
}

extension Law {
  /// Whether both say the same of one input, whatever their claims are called.
  fileprivate func isDrawnAs(_ other: Law) -> Bool {
    kind == other.kind && bounds == other.bounds && components.count == other.components.count
      && zip(components, other.components).allSatisfy {
        $0.weight == $1.weight && $0.distribution == $1.distribution
      }
  }
}
