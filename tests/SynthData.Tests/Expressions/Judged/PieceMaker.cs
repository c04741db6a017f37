using System.Collections.Immutable;
using System.Globalization;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Makes random expressions that are typed right by construction. The same seed makes the same ones.</summary>
internal sealed partial class PieceMaker(Random random, Sheet sheet)
{
    private static readonly TypeKind[] Ordered =
        [TypeKind.Int, TypeKind.Decimal, TypeKind.Double, TypeKind.Text, TypeKind.Date, TypeKind.Time, TypeKind.Timestamp];

    private static readonly TypeKind[] Kinds =
        [TypeKind.Bool, TypeKind.Bool, TypeKind.Bool, .. Ordered, TypeKind.Uuid, TypeKind.WholeDuration, TypeKind.FineDuration];

    /// <summary>An expression of any type.</summary>
    public Piece Next() => Make(Pick(Kinds), random.Next(1, 5));

    private Piece Make(TypeKind kind, int depth)
    {
        if (depth <= 0 || random.Next(8) == 0)
            return Leaf(kind);
        if (random.Next(6) == 0)
            return Choice(kind, depth - 1);
        return kind switch
        {
            TypeKind.Bool => Condition(depth - 1),
            TypeKind.Int => Whole(depth - 1),
            TypeKind.Decimal => Exact(depth - 1),
            TypeKind.Double => Real(depth - 1),
            TypeKind.Text => Words(depth - 1),
            TypeKind.Date => Day(depth - 1),
            TypeKind.Time => Clock(depth - 1),
            TypeKind.Timestamp => Moment(depth - 1),
            TypeKind.Uuid => Cast(TypeKind.Uuid, "uuid", Leaf(TypeKind.Text)),
            _ => Span(kind, depth - 1),
        };
    }

    private Piece Leaf(TypeKind kind)
    {
        List<string> names = [.. sheet.Columns.Where(column => ExpressionType.Of(column.Type).Kind == kind).Select(column => column.Name)];
        bool isColumn = names.Count > 0 && (kind == TypeKind.Uuid || random.Next(5) < 3);
        if (!isColumn)
            return Literal(kind);
        string name = Pick(names);
        return new Piece(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name, kind, "column", 9, []);
    }

    private Piece Literal(TypeKind kind) => kind switch
    {
        TypeKind.Bool => Value(kind, Pick("true", "false")),
        TypeKind.Int => Value(kind, Pick("0", "1", "2", "3", "7", "-1", "-3", "10", "100", "1_000", "2147483647", "9223372036854775807", "-9223372036854775808")),
        TypeKind.Decimal => Value(kind, Pick("0.0", "0.5", "1.5", "2.50", "-2.5", "0.01", "12.345", "-0.005", "99.9999", "1000000.00", "0.000000000000000001")),
        TypeKind.Double => Value(kind, Pick("0e0", "1e0", "2.5e0", "-1.5e0", "1e3", "1e-3", "1.7e308", "-1e18", "0.1e0", "1e15")),
        TypeKind.Text => Value(kind, RandomRows.Quoted(RandomRows.Text(random))),
        TypeKind.Date => Value(kind, random.Next(6) == 0 ? "today()" : $"date '{RandomRows.Date(random)}'"),
        TypeKind.Time => Value(kind, $"time '{RandomRows.Time(random)}'"),
        TypeKind.Timestamp => Value(kind, $"timestamp '{RandomRows.Timestamp(random)}'"),
        TypeKind.Uuid => Cast(kind, "uuid", Value(TypeKind.Text, $"'{RandomRows.Uuid(random)}'")),
        TypeKind.WholeDuration => Value(kind, $"{random.Next(40)}{Pick("d", "w", "mo", "y")}"),
        _ => Value(kind, $"{random.Next(100)}{Pick("h", "min", "s")}"),
    };

    // Null where any type would do; the binder gives it one.
    private Piece MakeOrNull(TypeKind kind, int depth) =>
        random.Next(20) == 0 ? new Piece("null", TypeKind.Null, "literal", 9, []) : Make(kind, depth);

    private Piece Choice(TypeKind kind, int depth)
    {
        bool isOrdered = Ordered.Contains(kind);
        bool isSpan = kind is TypeKind.WholeDuration or TypeKind.FineDuration;
        Piece first = Make(kind, depth);
        switch (random.Next(isOrdered ? 7 : isSpan ? 4 : 5))
        {
            case 0:
                return Call(kind, "coalesce", Several(kind, first, depth));
            case 1:
                return Case(kind, first, [Make(TypeKind.Bool, depth)], depth);
            case 2:
                Piece[] conditions = [Make(TypeKind.Bool, depth), Make(TypeKind.Bool, depth)];
                return Case(kind, first, conditions, depth);
            case 3:
                return CaseOf(kind, first, depth);
            case 4:
                return Call(kind, "nullif", first, MakeOrNull(Numbers.Contains(kind) ? Pick(Numbers) : kind, depth));
            case 5:
                return Call(kind, "greatest", Several(kind, first, depth));
            default:
                return Call(kind, "least", Several(kind, first, depth));
        }
    }

    private Piece[] Several(TypeKind kind, Piece first, int depth) =>
        [first, .. Enumerable.Range(0, random.Next(1, 3)).Select(_ => MakeOrNull(kind, depth))];

    private Piece Case(TypeKind kind, Piece first, Piece[] conditions, int depth)
    {
        Piece[] results = [first, .. conditions.Skip(1).Select(_ => MakeOrNull(kind, depth))];
        string whens = string.Join(' ', conditions.Zip(results, (when, then) => $"when {when.Text} then {then.Text}"));
        Piece[] rest = random.Next(3) == 0 ? [] : [MakeOrNull(kind, depth)];
        string last = rest.Length == 0 ? "" : $" else {rest[0].Text}";
        return new Piece($"case {whens}{last} end", kind, "case", 9, [.. conditions, .. results, .. rest]);
    }

    private Piece CaseOf(TypeKind kind, Piece first, int depth)
    {
        TypeKind subjectKind = Pick(Ordered);
        Piece subject = Make(subjectKind, depth);
        Piece when = Make(subjectKind, depth);
        Piece rest = MakeOrNull(kind, depth);
        if (random.Next(2) == 0)
            return new Piece($"case {subject.Text} when {when.Text} then {first.Text} else {rest.Text} end", kind, "case", 9, [subject, when, first, rest]);
        Piece other = Make(subjectKind, depth);
        Piece then = Make(kind, depth);
        string text = $"case {subject.Text} when {when.Text} then {first.Text} when {other.Text} then {then.Text} else {rest.Text} end";
        return new Piece(text, kind, "case", 9, [subject, when, first, other, then, rest]);
    }

    private static Piece Value(TypeKind kind, string text) => new(text, kind, "literal", text[0] == '-' ? 8 : 9, []);

    private static Piece Call(TypeKind kind, string function, params Piece[] arguments) =>
        new($"{function}({string.Join(", ", arguments.Select(argument => argument.Text))})", kind, function, 9, [.. arguments]);

    private static Piece Cast(TypeKind kind, string type, Piece operand) => new($"cast({operand.Text} as {type})", kind, "cast as " + type, 9, [operand]);

    private Piece Binary(TypeKind kind, string symbol, int rank, Piece left, Piece right)
    {
        string word = char.IsLetter(symbol[0]) && random.Next(5) == 0 ? symbol.ToUpperInvariant() : symbol;
        return new Piece($"{Bracketed(left, rank)} {word} {Bracketed(right, rank + 1)}", kind, symbol, rank, [left, right]);
    }

    // Brackets where they must be, and sometimes where they need not.
    private string Bracketed(Piece piece, int rank) => piece.Rank < rank || random.Next(6) == 0 ? $"({piece.Text})" : piece.Text;

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private T Pick<T>(List<T> choices) => choices[random.Next(choices.Count)];

    private string Number(int low, int high) => random.Next(low, high).ToString(CultureInfo.InvariantCulture);
}
