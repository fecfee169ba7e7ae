public import Quantities

extension Document {
  /// `operations.yaml` and `crossings.csv`: where ground forces close up, who watches, and who is to be there in time.
  ///
  /// What is drawn are claims under `axis.…`, `movement.…` and `observer.…`; what stands here is never drawn.
  public struct Operations: Sendable {
    /// Where one side's ground forces close up before they cross, and the other side's have to stand by then.
    public struct Axis: Identifiable, Sendable {
      public let id, title: String
      /// Countries whose ground forces close up.
      public let countries: [String]
      /// The site where they close up.
      public let from: Written<String>
      /// Countries whose ground forces reinforce, and the site where they have to be; nil where nobody does.
      public let defenders: [String]
      public let at: Written<String>?
      /// Places and countries that it concerns.
      public let places: [Written<String>]
      public let span: Span
    }

    /// Somebody who reports what moves.
    public struct Observer: Identifiable, Sendable {
      public let id, title: String
    }

    /// Where a road or a railway passes a border.
    public struct Crossing: Identifiable, Sendable {
      public enum Kind: String, CaseIterable, Sendable { case road, rail }

      public let id, name: String
      public let kind: Kind
      public let latitude, longitude: Double
      /// Whether trains change their gauge there.
      public let changesGauge: Bool
      public let isOpen: Bool
      public let source: String
      public let span: Span
    }

    public var axes: [Axis] = []
    public var observers: [Observer] = []
  }
}

/// The tables of `operations.yaml`.
public struct OperationsVocabulary: Sendable {
  /// How a side moves on roads and rails; `other` and `defended`.
  public var movement: FieldTable
  public var observer: FieldTable
  public var axis: FieldTable

  /// The two sides that move.
  public static let sides = ["other", "defended"]

  public init(movement: FieldTable, observer: FieldTable, axis: FieldTable) {
    (self.movement, self.observer, self.axis) = (movement, observer, axis)
  }

  /// The table that an address `ROOT.OWNER.FIELD` follows.
  func table(_ root: String) -> FieldTable? {
    switch root {
    case "movement": movement
    case "observer": observer
    case "axis": axis
    default: nil
    }
  }
}
