namespace SynthData.Tests.Rules.Validation;

/// <summary>A small dataset written by hand that keeps its schema, to be broken one cell at a time.</summary>
internal static class Club
{
    public const string Schema = """
        synthdata: 1
        name: club
        as_of: 2025-01-01
        tables:
          plans:
            rows:
              - { code: A, title: Basic, price: 10.00, note: x }
              - { code: B, title: Full, price: 25.50, note: y }
            key: code
            columns:
              code:  { type: string }
              title: { type: string }
              price: { type: decimal(2) }
              note:  { type: string }
          members:
            rows: 4
            key: id
            columns:
              id:      { sequence: 1 }
              tag:     { pattern: '[A-Z]{2}[0-9]', unique: true }
              plan:    { references: plans.code }
              sponsor: { references: members.id, earlier: true }
              joined:  { type: date, range: [2020-01-01, today] }
              sex:     { values: [F, M] }
              title:   { given: sex, values: { F: [Ms, Dr], M: [Mr, Dr] } }
              status:  { values: [open, left] }
              left_on: { type: date, range: [joined, today], when: status = 'left' }
              nick:    { semantic: person.first_name, nulls: 50% }
              weight:  { type: double, range: [30, 200] }
              fee:     { type: decimal(2), range: [0, 100], step: 0.50 }
              yearly:  { type: decimal(2), expr: plan.price * 12 }
              label:   { template: '{tag}: {title}' }
              seen:    { type: timestamp, range: [joined, today] }
              uid:     { uuid: true }
              active:  { type: bool, values: [true, false] }
              motto:   { prompt: 'What {nick} says.', length: [2, 20], fallback: { template: 'Hi, {title}' } }
            rules:
              - { name: sponsor_first, check: sponsor is null or sponsor.joined <= joined, why: Sponsors were there before. }
              - { name: ratio, check: 100 / (weight - 100) < 1000 }
          visits:
            rows: { per: members, count: { between: [1, 3] } }
            key: [member, number]
            columns:
              member:  { references: members.id }
              number:  { position: true }
              minutes: { type: int32, range: [1, 600] }
              cost:    { type: decimal(2), expr: minutes * member.plan.price }
              kind:    { expr: member.plan.title, hidden: true }
              room:
                given: kind
                values: { Basic: [hall], Full: [hall, sauna], else: [none] }
              bonus:
                type: int32
                cases:
                  - { when: minutes > 300, range: [5, 9] }
                  - { when: minutes > 100, constant: 1 }
        """;

    public const string Plans = "code,title,price,note\nA,Basic,10.00,x\nB,Full,25.50,y\n";

    public const string Members = """"
        id,tag,plan,sponsor,joined,sex,title,status,left_on,nick,weight,fee,yearly,label,seen,uid,active,motto
        1,AB1,A,,2020-02-01,F,Ms,open,,Ann,60.5,10.50,120.00,AB1: Ms,2021-01-01T10:00:00,00000000-0000-8000-8000-000000000001,true,"Hi, Ms"
        2,AB2,B,1,2021-03-01,M,Mr,left,2022-01-01,,80,0.00,306.00,AB2: Mr,2021-03-02T00:00:00,00000000-0000-8000-8000-000000000002,false,Onwards
        3,CD3,A,4,2022-05-05,F,Dr,open,,Cy,71.25,99.50,120.00,CD3: Dr,2022-06-01T08:30:00,00000000-0000-8000-8000-000000000003,true,"Rise, ""shine"""
        4,CD4,B,1,2022-01-05,M,Dr,open,,,90,5.00,306.00,CD4: Dr,2023-06-01T08:30:00.500000,00000000-0000-8000-8000-000000000004,true,Why

        """";

    public const string Visits = """
        member,number,minutes,cost,room,bonus
        1,2,60,600.00,hall,
        1,1,30,300.00,hall,
        2,1,20,510.00,sauna,
        3,1,400,4000.00,hall,7
        4,1,120,3060.00,sauna,1
        4,2,1,25.50,hall,

        """;

    public static CheckedData Open(string? plans = null, string? members = null, string? visits = null)
    {
        CheckedData data = new(Schema);
        data.Write("plans.csv", plans ?? Plans);
        data.Write("members.csv", members ?? Members);
        data.Write("visits.csv", visits ?? Visits);
        return data;
    }

    /// <summary>The data with one text replaced that stands in it once.</summary>
    public static CheckedData Broken(string table, string from, string to)
    {
        string text = table switch { "plans" => Plans, "members" => Members, _ => Visits };
        Assert.Equal(2, text.Split(from).Length);
        string broken = text.Replace(from, to, StringComparison.Ordinal);
        return Open(table == "plans" ? broken : null, table == "members" ? broken : null, table == "visits" ? broken : null);
    }
}
