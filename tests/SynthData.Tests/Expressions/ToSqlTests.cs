using System.Text;
using SynthData.Expressions;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Expressions;

public class ToSqlTests
{
    private static Sheet Orders => new Sheet()
        .With("quantity", "int32", "1")
        .With("stock", "int64", "1")
        .With("price", "decimal(2)", "1.00")
        .With("rate", "decimal(9,6)", "0.210000")
        .With("weight", "double", "1.5")
        .With("status", "string", "open")
        .With("so far", "string", "x")
        .With("joined", "date", "2024-01-01")
        .With("shipped", "timestamp", "2024-01-01T10:00:00")
        .With("at", "time", "10:00:00")
        .With("paid", "bool", "true")
        .With("id", "uuid", "00000000-0000-8000-8000-000000000001");

    private static readonly string[] Written =
    [
        "shipped is null or shipped >= joined",
        "not paid and status <> 'open' or quantity in (1, 2, null)",
        "quantity not in (1, 1.5, 2e0)",
        "stock between 1 and 10",
        "price between 1 and 2e0",
        "status like 'it''s_%'",
        "status || \"so far\" < 'x'",
        "greatest(status, \"so far\")",
        "-quantity + quantity",
        "abs(quantity) * 2 - stock",
        "quantity // 2 % 3",
        "-9223372036854775808 + 1",
        "price * quantity + rate",
        "price * rate * rate * rate * rate",
        "price % rate",
        "weight % 2 + price / 3",
        "round(weight) + round(weight, 2)",
        "round(price, 1) + round(quantity, -1) + floor(price)",
        "sign(weight) + length(trim(status))",
        "sqrt(weight) + ln(2) + exp(1) + power(weight, 2)",
        "case status when 'open' then 1 when 'sent' then 2.5 end",
        "case status when 'open' then price when \"so far\" then 1 else rate end",
        "case when paid then price else rate end",
        "coalesce(price, 0) + coalesce(null, rate)",
        "nullif(status, 'open')",
        "nullif(quantity, 1.5)",
        "concat(upper(status), null, lower(\"so far\"))",
        "substring(replace(status, 'a', 'b'), 2, 3)",
        "lpad(status, 5, '.') || rpad(status, 5)",
        "starts_with(status, 'o') and contains(status, 'p') and regexp_matches(status, '^[a-z]+$')",
        "joined + 14d - 1mo",
        "joined + 3h",
        "shipped - 2 * 90min + 0.5 * 1d",
        "at + 15min",
        "joined - date '2024-01-01' + days_between(joined, shipped)",
        "years_between(joined, today()) + seconds_between(joined, shipped)",
        "year(joined) + month(shipped) + weekday(joined) + hour(at) + extract(second from shipped) + extract(dayofyear from joined)",
        "date_trunc('month', joined)",
        "date_trunc('week', shipped) = date_trunc('hour', shipped)",
        "make_date(2024, quantity, 1)",
        "cast(paid as int64) + cast(weight as int32) + cast('7' as int64) + cast(price as int64)",
        "cast(weight as decimal(4,1)) + cast('1.5' as decimal(2))",
        "cast(price as string) || cast(shipped as string) || cast(weight as string) || cast(id as string)",
        "cast(shipped as date) = joined and cast(shipped as time) = at",
        "id = cast('00000000-0000-8000-8000-000000000001' as uuid)",
        "case when null then cast(null as date) else null end",
        "1e3 * weight",
    ];

    [Fact]
    public void Prints_every_kind_of_expression_for_both_engines()
    {
        Sheet sheet = Orders;
        StringBuilder printed = new();
        foreach (string text in Written)
        {
            BoundExpression bound = sheet.Bind(text);
            printed.Append(text).Append('\n');
            foreach (SqlDialect dialect in Enum.GetValues<SqlDialect>())
                printed.Append("  ").Append(dialect).Append(": ").Append(bound.ToSql(dialect, slot => $"\"{sheet.Columns[slot].Name}\"")).Append('\n');
        }

        Snapshot.Match(printed.ToString(), "sql");
    }

    [Fact]
    public void Prints_every_function()
    {
        foreach (string example in SynthData.Expressions.Functions.FunctionTable.All.Select(function => function.Example))
            Assert.All(Enum.GetValues<SqlDialect>(), dialect => Assert.NotEmpty(Sheet.OneRow.Bind(example).ToSql(dialect, _ => "x")));
    }
}
