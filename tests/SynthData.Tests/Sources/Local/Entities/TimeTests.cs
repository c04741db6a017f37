using System.Globalization;
using System.Xml;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

public class TimeTests
{
    private const int Rows = 2_000;

    [Theory]
    [InlineData("en-US", "Monday", "Mon", "May", "spring")]
    [InlineData("de-DE", "Montag", "Mo", "Mai", "Frühling")]
    [InlineData("fr-FR", "lundi", "lun.", "mai", "printemps")]
    [InlineData("nl-NL", "maandag", "ma", "mei", "lente")]
    [InlineData("ru-RU", "понедельник", "пн", "май", "весна")]
    public void Names_and_numbers_of_days_and_months_agree(string locale, string monday, string mon, string may, string spring)
    {
        var cells = new EntityCells(locale);
        (string, string, string)[] days = [.. cells.Of("time.weekday", Rows).Zip(cells.Of("time.weekday_short", Rows), cells.Of("time.weekday_number", Rows))];
        (string, string, string)[] months = [.. cells.Of("time.month", Rows).Zip(cells.Of("time.season", Rows), cells.Of("time.month_number", Rows))];
        string[] quarters = cells.Of("time.quarter", Rows);

        Assert.Contains((monday, mon, "1"), days);
        Assert.Contains((may, spring, "5"), months);
        Assert.Equal(7, days.Distinct().Count());
        Assert.Equal(12, months.Distinct().Count());
        Assert.All(months.Zip(quarters), pair => Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"Q{(int.Parse(pair.First.Item3, CultureInfo.InvariantCulture) + 2) / 3}"), pair.Second));
    }

    [Fact]
    public void Zones_have_their_standard_time()
    {
        RecordTable zones = RecordTable.Of("zone");
        var january = new DateTime(2024, 1, 15, 12, 0, 0, DateTimeKind.Utc);
        var july = new DateTime(2024, 7, 15, 12, 0, 0, DateTimeKind.Utc);
        for (int zone = 0; zone < zones.Count; zone++)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zones.Field("zone")[zone], out TimeZoneInfo? system))
                continue;
            TimeSpan standard = new[] { system.GetUtcOffset(january), system.GetUtcOffset(july) }.Min();
            string offset = (standard < TimeSpan.Zero ? "-" : "+") + standard.ToString("hh\\:mm", CultureInfo.InvariantCulture);
            Assert.Equal($"{zones.Field("zone")[zone]} {offset}", $"{zones.Field("zone")[zone]} {zones.Field("utc_offset")[zone]}");
        }
    }

    [Fact]
    public void Lengths_of_time_are_read_by_others()
    {
        var cells = new EntityCells("en-US");
        Assert.All(cells.Of("time.duration", Rows).Where(text => !text.EndsWith('W')), text => Assert.NotEqual(TimeSpan.Zero, XmlConvert.ToTimeSpan(text)));
        Assert.All(cells.Of("time.iso_week", Rows), text => Assert.Matches("^W(0[1-9]|[1-4][0-9]|5[0-2])$", text));
        Assert.All(cells.Of("time.cron", Rows), text => Assert.Equal(5, text.Split(' ').Length));
    }
}
