using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <content>What gives a value of each type.</content>
internal sealed partial class PieceMaker
{
    private static readonly TypeKind[] Numbers = [TypeKind.Int, TypeKind.Decimal, TypeKind.Double];
    private static readonly TypeKind[] Exacts = [TypeKind.Int, TypeKind.Decimal];
    private static readonly string[] DayUnits = ["year", "quarter", "month", "week", "day"];
    private static readonly string[] ClockUnits = ["hour", "minute", "second"];

    private Piece Condition(int depth)
    {
        switch (random.Next(13))
        {
            case 0 or 1:
                return Binary(TypeKind.Bool, "and", 2, MakeOrNull(TypeKind.Bool, depth), Make(TypeKind.Bool, depth));
            case 2 or 3:
                return Binary(TypeKind.Bool, "or", 1, Make(TypeKind.Bool, depth), MakeOrNull(TypeKind.Bool, depth));
            case 4:
                Piece operand = Make(TypeKind.Bool, depth);
                return new Piece($"not {Bracketed(operand, 3)}", TypeKind.Bool, "not", 3, [operand]);
            case 5:
                Piece tested = Make(Pick(Kinds), depth);
                return new Piece($"{Bracketed(tested, 4)} is {Pick("", "not ")}null", TypeKind.Bool, "is null", 4, [tested]);
            case 6:
                return In(depth);
            case 7:
                return Between(depth);
            case 8:
                string like = Pick("like", "not like");
                return Binary(TypeKind.Bool, like, 4, Make(TypeKind.Text, depth), Value(TypeKind.Text, RandomRows.Quoted(RandomRows.Pattern(random))));
            case 9:
                return Call(TypeKind.Bool, Pick("starts_with", "contains"), Make(TypeKind.Text, depth), Make(TypeKind.Text, depth));
            case 10:
                return Call(TypeKind.Bool, "regexp_matches", Make(TypeKind.Text, depth), Value(TypeKind.Text, RandomRows.Quoted(RandomRows.Regex(random))));
            case 11:
                TypeKind same = Pick(TypeKind.Bool, TypeKind.Uuid);
                return Binary(TypeKind.Bool, Pick("=", "<>"), 4, Make(same, depth), MakeOrNull(same, depth));
            default:
                (Piece left, Piece right) = Comparable(depth);
                return Binary(TypeKind.Bool, Pick("=", "<>", "<", "<=", ">", ">="), 4, left, right);
        }
    }

    private Piece In(int depth)
    {
        (Piece operand, Piece item) = Comparable(depth);
        Piece[] items = [item, .. Enumerable.Range(0, random.Next(3)).Select(_ => MakeOrNull(Numbers.Contains(item.Kind) ? Pick(Numbers) : item.Kind, depth))];
        string list = string.Join(", ", items.Select(each => each.Text));
        return new Piece($"{Bracketed(operand, 4)} {Pick("", "not ")}in ({list})", TypeKind.Bool, "in", 4, [operand, .. items]);
    }

    private Piece Between(int depth)
    {
        (Piece operand, Piece low) = Comparable(depth);
        Piece high = MakeOrNull(operand.Kind, depth);
        string text = $"{Bracketed(operand, 4)} {Pick("", "not ")}between {Bracketed(low, 5)} and {Bracketed(high, 5)}";
        return new Piece(text, TypeKind.Bool, "between", 4, [operand, low, high]);
    }

    private (Piece Left, Piece Right) Comparable(int depth)
    {
        TypeKind kind = Pick(Ordered);
        TypeKind other = Numbers.Contains(kind) ? Pick(Numbers) : kind switch
        {
            TypeKind.Date or TypeKind.Timestamp => Pick(TypeKind.Date, TypeKind.Timestamp),
            _ => kind,
        };
        return (Make(kind, depth), Make(other, depth));
    }

    private Piece Whole(int depth)
    {
        switch (random.Next(14))
        {
            case 0 or 1 or 2:
                return Binary(TypeKind.Int, Pick("+", "-"), 6, Make(TypeKind.Int, depth), MakeOrNull(TypeKind.Int, depth));
            case 3 or 4:
                return Binary(TypeKind.Int, Pick("*", "//", "%"), 7, Make(TypeKind.Int, depth), Make(TypeKind.Int, depth));
            case 5:
                return Sign(TypeKind.Int, depth);
            case 6:
                return Binary(TypeKind.Int, "-", 6, Make(TypeKind.Date, depth), Make(TypeKind.Date, depth));
            case 7:
                return Call(TypeKind.Int, Pick("abs", "round", "floor", "ceil"), Make(TypeKind.Int, depth));
            case 8:
                return Call(TypeKind.Int, "sign", Make(Pick(Numbers), depth));
            case 9:
                return Call(TypeKind.Int, "length", Make(TypeKind.Text, depth));
            case 10:
                return PartOfMoment(depth);
            case 11:
                TypeKind first = Pick(TypeKind.Date, TypeKind.Timestamp);
                TypeKind second = Pick(TypeKind.Date, TypeKind.Timestamp);
                return Call(TypeKind.Int, Pick("days_between", "years_between", "seconds_between"), Make(first, depth), Make(second, depth));
            case 12:
                return Cast(TypeKind.Int, Pick("int32", "int64", "bigint"), Make(Pick(TypeKind.Bool, TypeKind.Int, TypeKind.Decimal, TypeKind.Double), depth));
            default:
                return Cast(TypeKind.Int, Pick("int32", "int64"), Make(TypeKind.Text, depth));
        }
    }

    private Piece PartOfMoment(int depth)
    {
        TypeKind kind = Pick(TypeKind.Date, TypeKind.Timestamp, TypeKind.Time);
        Piece moment = Make(kind, depth);
        string[] days = ["year", "month", "day", "weekday"];
        string[] clocks = ["hour", "minute"];
        if (random.Next(2) == 0)
            return Call(TypeKind.Int, Pick<string>(kind switch { TypeKind.Date => days, TypeKind.Time => clocks, _ => [.. days, .. clocks] }), moment);
        string[] parts = [.. DayUnits, "weekday", "dayofyear", "isodow", "doy"];
        string unit = Pick<string>(kind switch { TypeKind.Date => parts, TypeKind.Time => ClockUnits, _ => [.. parts, .. ClockUnits] });
        return new Piece($"extract({unit} from {moment.Text})", TypeKind.Int, "extract", 9, [moment]);
    }

    private Piece Exact(int depth)
    {
        TypeKind other = Pick(Exacts);
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                return Binary(TypeKind.Decimal, Pick("+", "-"), 6, Make(TypeKind.Decimal, depth), Make(other, depth));
            case 3 or 4:
                return Binary(TypeKind.Decimal, Pick("*", "%"), 7, Make(other, depth), Make(TypeKind.Decimal, depth));
            case 5:
                return Sign(TypeKind.Decimal, depth);
            case 6:
                return Call(TypeKind.Decimal, Pick("abs", "round", "floor", "ceil"), Make(TypeKind.Decimal, depth));
            case 7:
                return Call(TypeKind.Decimal, "round", Make(other, depth), Value(TypeKind.Int, Number(-3, 8)));
            case 8:
                return Cast(TypeKind.Decimal, Pick("decimal(0)", "decimal(2)", "decimal(5,1)", "decimal(18,18)"), Make(Pick(Numbers), depth));
            default:
                return Cast(TypeKind.Decimal, Pick("decimal(2)", "decimal(4)"), Make(TypeKind.Text, depth));
        }
    }

    private Piece Real(int depth)
    {
        TypeKind other = Pick(Numbers);
        switch (random.Next(11))
        {
            case 0 or 1:
                return Binary(TypeKind.Double, "/", 7, Make(Pick(Numbers), depth), Make(other, depth));
            case 2 or 3:
                return Binary(TypeKind.Double, Pick("+", "-"), 6, Make(TypeKind.Double, depth), Make(other, depth));
            case 4:
                return Binary(TypeKind.Double, Pick("*", "%"), 7, Make(other, depth), Make(TypeKind.Double, depth));
            case 5:
                return Sign(TypeKind.Double, depth);
            case 6:
                return Call(TypeKind.Double, Pick("abs", "round", "floor", "ceil"), Make(TypeKind.Double, depth));
            case 7:
                return Call(TypeKind.Double, Pick("sqrt", "ln", "exp"), Make(other, depth));
            case 8:
                return Call(TypeKind.Double, "power", Make(other, depth), Make(Pick(Numbers), depth));
            case 9:
                return Call(TypeKind.Double, "round", Make(TypeKind.Double, depth), Value(TypeKind.Int, Number(-3, 8)));
            default:
                return Cast(TypeKind.Double, Pick("double", "float"), Make(Pick(TypeKind.Int, TypeKind.Decimal, TypeKind.Double, TypeKind.Text), depth));
        }
    }

    private Piece Sign(TypeKind kind, int depth)
    {
        Piece operand = Make(kind, depth);
        string sign = Pick("-", "-", "+");
        return new Piece($"{sign}{Bracketed(operand, 8)}", kind, sign + "x", 8, [operand]);
    }

    private Piece Words(int depth)
    {
        Piece text = Make(TypeKind.Text, depth);
        switch (random.Next(12))
        {
            case 0 or 1:
                return Binary(TypeKind.Text, "||", 5, text, MakeOrNull(TypeKind.Text, depth));
            case 2 or 3:
                return Call(TypeKind.Text, Pick("lower", "upper", "trim"), text);
            case 4:
                return Call(TypeKind.Text, "substring", text, Position(depth));
            case 5:
                return Call(TypeKind.Text, "substring", text, Position(depth), Position(depth));
            case 6:
                return Call(TypeKind.Text, "replace", text, Make(TypeKind.Text, depth), Make(TypeKind.Text, depth));
            case 7:
                return Call(TypeKind.Text, Pick("lpad", "rpad"), text, Width(depth));
            case 8:
                return Call(TypeKind.Text, Pick("lpad", "rpad"), text, Width(depth), Make(TypeKind.Text, depth));
            case 9:
                return Call(TypeKind.Text, "concat", Several(TypeKind.Text, text, depth));
            default:
                TypeKind[] printable = [.. Ordered, TypeKind.Bool, TypeKind.Uuid];
                return Cast(TypeKind.Text, Pick("string", "text", "json"), Make(Pick(printable), depth)) is { Operation: "cast as json" } json
                    ? json with { Text = $"cast({text.Text} as json)", Parts = [text] }
                    : Cast(TypeKind.Text, "string", Make(Pick(printable), depth));
        }
    }

    private Piece Position(int depth) => random.Next(4) == 0 ? Make(TypeKind.Int, depth) : Value(TypeKind.Int, Number(-1, 9));

    // DuckDB does make a text of two gigabytes.
    private Piece Width(int depth) => random.Next(12) switch
    {
        0 => Value(TypeKind.Int, Pick("40000", "5000000000", "-5000000000")),
        1 => Call(TypeKind.Int, "length", Make(TypeKind.Text, depth)),
        _ => Value(TypeKind.Int, Number(-1, 9)),
    };

    private Piece Day(int depth)
    {
        switch (random.Next(6))
        {
            case 0 or 1:
                return Moved(TypeKind.Date, TypeKind.Date, TypeKind.WholeDuration, depth);
            case 2:
                return Call(TypeKind.Date, "make_date", Value(TypeKind.Int, Number(1990, 2030)), Small(depth, 0, 14), Small(depth, 0, 33));
            case 3:
                return Truncated(TypeKind.Date, DayUnits, depth);
            case 4:
                return Cast(TypeKind.Date, "date", Make(Pick(TypeKind.Timestamp, TypeKind.Date), depth));
            default:
                return Cast(TypeKind.Date, "date", Make(TypeKind.Text, depth));
        }
    }

    private Piece Small(int depth, int low, int high) => random.Next(4) == 0 ? Make(TypeKind.Int, depth) : Value(TypeKind.Int, Number(low, high));

    private Piece Clock(int depth) => random.Next(4) switch
    {
        0 or 1 => Moved(TypeKind.Time, TypeKind.Time, TypeKind.FineDuration, depth),
        2 => Cast(TypeKind.Time, "time", Make(TypeKind.Timestamp, depth)),
        _ => Cast(TypeKind.Time, "time", Make(TypeKind.Text, depth)),
    };

    private Piece Moment(int depth) => random.Next(7) switch
    {
        0 or 1 => Moved(TypeKind.Timestamp, TypeKind.Timestamp, Pick(TypeKind.WholeDuration, TypeKind.FineDuration), depth),
        2 => Moved(TypeKind.Timestamp, TypeKind.Date, TypeKind.FineDuration, depth),
        3 or 4 => Truncated(TypeKind.Timestamp, [.. DayUnits, .. ClockUnits], depth),
        5 => Cast(TypeKind.Timestamp, "timestamp", Make(Pick(TypeKind.Timestamp, TypeKind.Date), depth)),
        _ => Cast(TypeKind.Timestamp, "timestamp", Make(TypeKind.Text, depth)),
    };

    private Piece Moved(TypeKind kind, TypeKind moment, TypeKind span, int depth)
    {
        Piece from = Make(moment, depth);
        Piece by = Make(span, depth);
        return random.Next(4) == 0 ? Binary(kind, "+", 6, by, from) : Binary(kind, Pick("+", "-"), 6, from, by);
    }

    private Piece Truncated(TypeKind kind, string[] units, int depth)
    {
        Piece moment = Make(kind, depth);
        return new Piece($"date_trunc('{Pick<string>(units)}', {moment.Text})", kind, "date_trunc", 9, [moment]);
    }

    private Piece Span(TypeKind kind, int depth)
    {
        Piece span = Make(kind, depth);
        switch (random.Next(4))
        {
            case 0:
                TypeKind other = kind == TypeKind.FineDuration ? Pick(TypeKind.WholeDuration, TypeKind.FineDuration) : kind;
                return Binary(kind, Pick("+", "-"), 6, span, Make(other, depth));
            case 1:
                return new Piece($"-{Bracketed(span, 8)}", kind, "-x", 8, [span]);
            case 2 when kind == TypeKind.FineDuration:
                Piece factor = Make(Pick(TypeKind.Decimal, TypeKind.Double), depth);
                return random.Next(2) == 0 ? Binary(kind, "*", 7, factor, span) : Binary(kind, "*", 7, span, factor);
            default:
                Piece times = Small(depth, -9, 20);
                return random.Next(2) == 0 ? Binary(kind, "*", 7, times, span) : Binary(kind, "*", 7, span, times);
        }
    }
}
