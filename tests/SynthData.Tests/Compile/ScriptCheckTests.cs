using SynthData.Compile;

namespace SynthData.Tests.Compile;

public class ScriptCheckTests
{
    [Theory]
    [InlineData("The parcel is late.", "en-US", null)]
    [InlineData("Посылка опаздывает.", "en-US", "Cyrillic")]
    [InlineData("Посылка от Gridline опаздывает.", "ru-RU", null)]
    [InlineData("The parcel is late.", "ru-RU", "Latin")]
    [InlineData("The parcel is late, но это не страшно, придёт завтра.", "en-US", "Cyrillic")]
    [InlineData("Le café à Łódź, größer als früher", "de-DE", null)]
    [InlineData("包裹迟到了。", "zh-CN", null)]
    [InlineData("包裹迟到了。", "en-GB", "East Asian")]
    [InlineData("荷物が遅れています", "ja-JP", null)]
    [InlineData("Пошиљка касни", "sr-Latn-RS", "Cyrillic")]
    [InlineData("12:30 - 14:45!", "en-US", null)]
    public void A_text_in_another_script_than_its_language_is_found(string text, string locale, string? foreign) =>
        Assert.Equal(foreign, ScriptCheck.Foreign(text, locale));
}
