"""Made-up web pages as text, with what is article in them, for the proposal of bodies.

In a page, what stands between ⟦ and ⟧ is article; the marks are taken out.
"""

from msgspec import Struct

from evmap.model import Span


class Page(Struct, frozen=True):
    name: str
    text: str
    body: tuple[Span, ...]

    def __str__(self) -> str:
        return self.name


def page(name: str, marked: str) -> Page:
    text, body, start = "", [], 0
    for char in marked:
        if char == "⟦":
            start = len(text)
        elif char == "⟧":
            body.append((start, len(text)))
        else:
            text += char
    return Page(name, text, tuple(body))


NEWS_WITH_COOKIES = page(
    "news with cookies, menu, byline and newsletter",
    """Skip to main content
This site uses cookies to improve your experience. Accept all
Home
News
Health
Podcasts
Subscribe
Home > News > Immunology
⟦Tiny Bubbles That Calm the Immune System⟧
By Maria Keller, PhD
Published March 3, 2025 · 5 min read
⟦Cells in the gut send out small bubbles that tell immune cells to stand down, a team reports. They hold proteins.

What the Team Did

The researchers collected bubbles from healthy volunteers and gave them to ill mice. Inflammation fell by half.⟧

Sign up for our newsletter
Get the best of science straight to your inbox every Friday.
Enter your email
Subscribe

⟦Whether the same works in people is not known. A first trial is planned for next year.⟧

© 2025 The Daily Cell. All rights reserved.
Privacy Policy
Terms of Use
""",
)

RUN_TOGETHER = page(
    "share buttons and tags run together with the last sentence",
    """⟦How Platelets Talk

Platelets shed vesicles when they are activated. These vesicles carry growth factors to damaged tissue.

They may also help tumors to spread. And more importantly, how we might fix them.⟧Share this:FacebookTwitter
Tags: platelets, vesicles, cancer
Like this:
Loading...
Related
Platelets and Ageing: What We Know
March 2, 2024
In "Blood"
""",
)

AUTHOR_BOX = page(
    "author box, related posts and comments",
    """Blog » Therapy » Exosomes
⟦Can Exosomes Carry Drugs to the Brain?⟧
Jan 12, 2025 | 3 Comments
⟦The barrier between blood and brain keeps most drugs out. Exosomes seem to slip through it, at least in mice.

Loading them is the hard part
Drugs can be put into exosomes with an electric pulse, but some of them clump together. Softer ways are being tried.

So far no such drug has been approved. That could change within the decade, if the trials go well.⟧

About the Author
Jonas Brandt is a science writer in Leipzig. He has written about cells and medicine for more than ten years now.

Related Posts
Why Drugs Fail in the Brain
What Is the Blood-Brain Barrier?

3 Comments
Anna says:
January 13, 2025 at 9:14 am
Great article, thank you for explaining this in such plain words. I had wondered about it for a long time.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
Comment *
Post Comment
""",
)

READ_MORE_IN_THE_MIDDLE = page(
    "read more, advertisement and a box of teasers in the middle",
    """⟦Milk is full of vesicles, and babies drink them by the billion. What they do there is only partly understood.⟧
Read more: How Breast Milk Shapes the Immune System
⟦In calves, vesicles from milk reach the gut wall unharmed. They calm inflammation in dishes, the study says.⟧
ADVERTISEMENT
⟦The team compared fresh and heated milk. Heating destroyed most of the vesicles.⟧

You may also like
Is Raw Milk Safe?
What Babies' Guts Tell Us About Allergy

⟦"We were surprised by how fragile they are," said one of the authors. Further work will look at frozen milk.

The findings may matter for milk banks, which heat all donated milk. They do so for good reasons.⟧
""",
)

KEYWORDS_AND_PROMPTS = page(
    "contents, keywords and prompts between the last paragraphs",
    """⟦Vesicles as Vaccines⟧

In this article:
• The idea
• The trouble with cold chains

⟦The idea

Bacteria shed vesicles that look like bacteria to the immune system but cannot multiply. That makes them good vaccines.

The trouble with cold chains

Vesicles can be dried and kept for months on a shelf:

• They need no freezer.
• They keep their shape when water is added

A vaccine of this kind against one meningitis strain is in use already.⟧

Keywords: vaccine, vesicle, bacteria

What do you think? Leave a comment below! We'd love to hear from you.

If you enjoyed this article, please share it with a friend.

⟦Perhaps the next vaccine will come from a bubble.⟧

Thanks for reading!

Follow us on Instagram
""",
)

PROMPT_IN_A_PARAGRAPH = page(
    "a prompt as the last sentence of a paragraph, and arrows to other posts",
    """Home | About | Blog | Contact
Exosomes
⟦Five Things to Know About Exosomes Today
1. They are small. A thousand of them side by side are as wide as a hair, more or less.
2. They are everywhere. Blood, milk and tears all hold them in large numbers.
Nobody knows how a cell decides what to put in. Many work on that.⟧ Share this post on Facebook if you can.
← What Is a Lysosome?
The Golgi Apparatus Explained →
Posted in: Cells
#exosomes #cells #biology
""",
)

CARDS_WITHOUT_A_HEADING = page(
    "teasers that nothing announces",
    """⟦Ageing cells release more vesicles than young ones, and the vesicles carry different cargo, a review finds.

The authors caution that most of the work was done in dishes. People may differ.⟧

Why We Wrinkle

Collagen is lost with age, and sunlight speeds up the loss. New work shows…

Sleep and the Ageing Brain

Deep sleep clears waste from the brain, and a bad night leaves…
""",
)

SCIENCE_NEWS = page(
    "a science news site with story source and journal reference",
    """⟦Kidney Vesicles Tell Diseases Apart⟧

Date: August 14, 2024
Source: University of Somewhere
⟦Summary: Researchers found that vesicles in urine can tell apart two kinds of kidney disease.⟧

Share: Facebook Twitter Pinterest LinkedIn Email

FULL STORY

⟦Kidney cells shed vesicles into urine. A team has now shown that these vesicles differ between two diseases.

"It was a surprise," said Dr. Ellen Moor, who led the work. "We did look for years."

The test takes less than an hour and could spare patients a biopsy.⟧

Story Source:

Materials provided by University of Somewhere. Note: Content may be edited for style and length.

Journal Reference:

E. Moor, J. Tan. Vesicles in urine tell kidney diseases apart. Kidney Letters, 2024; 12 (3): 45 DOI: 10.1000/xyz

Cite This Page:

RELATED TERMS
Kidney
Urine
Biopsy

RELATED STORIES

New Way to Grow Kidneys
Aug. 2, 2024 — Scientists have grown tiny kidneys in a dish that live for a month. They could be used to test drugs. ...
""",
)

WEBLOG = page(
    "a weblog with questions as headings, tags and a comment",
    """Menu

Home
About
Exosome Blog
Contact

⟦Exosomes in Skin Care: Hype or Help?⟧

Posted on June 5, 2023 by admin

⟦Exosomes are everywhere in skin care these days. But do they work?

What are exosomes?

Exosomes are tiny bubbles that cells use to talk to each other. They are found in nearly all body fluids.

Do they help the skin?

There are few studies, and most of them are small. In one of them, wrinkles got a little shallower after 12 weeks.

What about safety?

No exosome product has been approved for injection. Ask your doctor first.

Final thoughts

Exosomes may turn out to be useful, but for now the promises run ahead of the proof.⟧

Click to share on Twitter (Opens in new window)
Click to share on Facebook (Opens in new window)
Like this:
Like Loading...
Categories: Skin Care
Tags: exosomes, skin
Published by admin
View all posts by admin
Post navigation
Previous post: What Is Collagen?
Next post: Retinol Explained
One thought on "Exosomes in Skin Care: Hype or Help?"
Lisa says:
June 7, 2023 at 3:15 pm
Thanks for this! I was about to spend a lot of money on it.
""",
)

MAGAZINE = page(
    "a magazine without blank lines",
    """MEDICINE
⟦The Messenger Bubbles That Cancer Uses to Prepare New Homes⟧
By Priya Nair
Illustration by Sam Okoro
⟦Tumors do not spread blindly. Long before a cell arrives in the lung, bubbles have made the bed.
These bubbles, called exosomes, were once thought to be garbage bags. Now they look more like letters.⟧
Related Stories
The Cells That Forget How to Die
Why Metastasis Is Not Random
⟦A letter needs an address. On exosomes sit integrins, and different integrins lead to different organs.
"It is like a postal code," says one researcher. Some exosomes go to the lung, and some go to the liver.⟧
Subscribe for unlimited access. Already a subscriber? Log in.
⟦Blocking the integrins kept the organs clean in mice. Whether it would in people, nobody can say yet.⟧
This story appears in the September 2022 print edition.
Priya Nair is a freelance writer based in Mumbai.
More Stories
The Gut's Own Clock
Get Our Newsletter
""",
)

CLINIC = page(
    "a page of a clinic",
    """Call us: 555-0100
Book an appointment
What Is Stem Cell Exosome Therapy? | Bright Clinic
⟦What Is Stem Cell Exosome Therapy?⟧
June 1, 2024
⟦Exosome therapy uses the bubbles that stem cells give off. It is not approved for any disease.
Benefits that are claimed for it include:
• Less pain
• Faster healing
• Better sleep
Evidence for these is thin. Most reports are of a handful of patients without a control group.
FAQ
Is it safe?
Nobody knows for certain. Infections have been reported.
How much does it cost?
Clinics ask for several thousand dollars.⟧
Disclaimer: The information on this page is for educational purposes only and is not medical advice.
Book a free consultation today!
Contact Us
123 Main Street
Springfield
""",
)

PLAIN = page(
    "nothing but an article",
    """⟦Vesicles in the sea

Ocean bacteria shed vesicles too. Nobody had looked for them before.

Why do they do it?

It may be a way to share food, or to fool viruses.⟧""",
)

PAGES = (
    NEWS_WITH_COOKIES,
    RUN_TOGETHER,
    AUTHOR_BOX,
    READ_MORE_IN_THE_MIDDLE,
    KEYWORDS_AND_PROMPTS,
    PROMPT_IN_A_PARAGRAPH,
    CARDS_WITHOUT_A_HEADING,
    SCIENCE_NEWS,
    WEBLOG,
    MAGAZINE,
    CLINIC,
    PLAIN,
)
