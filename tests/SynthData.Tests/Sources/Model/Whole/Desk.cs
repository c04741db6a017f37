namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>A small schema with everything a prompt column meets: rules, unique, nulls, expressions, children that read and prompts that read.</summary>
internal static class Desk
{
    public const string Schema = """
        synthdata: 1
        name: desk
        about: What a shop for furniture sells and what goes wrong with it.
        seed: 5
        as_of: 2025-01-01
        tables:
          products:
            about: What is sold.
            rows: 24
            key: code
            columns:
              code:    { pattern: '[A-Z]{3}[0-9]' }
              kind:    { values: { lamp: 2, chair: 1, desk: 1 } }
              colour:  { values: [red, green] }
              title:   { prompt: 'Name of a {kind}.', unique: true, length: [3, 40] }
              initial: { expr: 'upper(substring(title, 1, 1))' }
              weight:  { type: int32, prompt: 'Weight of a {kind} in grams.' }
              heavy:   { expr: weight > 500 }
            rules:
              - { name: not_sold, check: "title not like '%forbidden%'", why: It may not be sold. }
              - { name: light_lamps, check: "colour <> 'green' or weight < 950", why: Green things are light. }
          tickets:
            rows: { per: products, count: { between: [1, 4] } }
            key: id
            columns:
              id:         { sequence: 1 }
              product:    { references: products.code }
              mood:       { values: { calm: 60, cross: 40 } }
              subject:    { prompt: 'Subject of a {mood} ticket about {product.title}.', nulls: 25% }
              escalation: { prompt: 'Why it was escalated.', when: mood = 'cross' }
              shout:      { expr: upper(escalation) }
              headline:   { expr: "product.title || ': ' || coalesce(subject, 'none')" }
          notes:
            rows: { per: tickets, count: 2 }
            key: [ticket, number]
            columns:
              ticket: { references: tickets.id }
              number: { position: true }
              about:  { expr: ticket.subject }
              thing:  { template: '{ticket.product.title} #{number}' }
        """;

    /// <summary>Every rule and computed cell of the schema as a query of DuckDB that must find nothing.</summary>
    public static IEnumerable<string> Faults(ModelBench bench, string output)
    {
        string products = bench.Csv(output, "products");
        string tickets = bench.Csv(output, "tickets");
        string notes = bench.Csv(output, "notes");
        yield return $"(SELECT title FROM {products} GROUP BY title HAVING count(*) > 1)";
        yield return $"{products} WHERE title IS NULL OR length(title) NOT BETWEEN 3 AND 40 OR title LIKE '%forbidden%'";
        yield return $"{products} WHERE NOT (colour <> 'green' OR weight::INT < 950)";
        yield return $"{products} WHERE initial <> upper(title[1]) OR heavy <> (CASE WHEN weight::INT > 500 THEN 'true' ELSE 'false' END)";
        yield return $"{tickets} WHERE (escalation IS NULL) <> (mood <> 'cross') OR shout IS DISTINCT FROM upper(escalation)";
        yield return $"{tickets} t LEFT JOIN {products} p ON t.product = p.code WHERE t.headline IS DISTINCT FROM p.title || ': ' || coalesce(t.subject, 'none')";
        yield return $"{notes} n LEFT JOIN {tickets} t ON n.ticket = t.id LEFT JOIN {products} p ON t.product = p.code "
            + "WHERE n.about IS DISTINCT FROM t.subject OR n.thing IS DISTINCT FROM p.title || ' #' || n.number";
    }

    public static void AssertRight(ModelBench bench, string output, int products = 24)
    {
        Assert.Equal(products, ModelBench.Count(bench.Csv(output, "products")));
        Assert.All(Faults(bench, output), fault => Assert.Equal(0, ModelBench.Count(fault)));
        long tickets = ModelBench.Count(bench.Csv(output, "tickets"));
        Assert.InRange(tickets, products, 4 * products);
        Assert.Equal(2 * tickets, ModelBench.Count(bench.Csv(output, "notes")));
    }
}
