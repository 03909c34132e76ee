/** The provinces and prefectures of GB/T 2260; a name without a suffix is a 市. Counties are told by their suffix. */
const TABLE = `
北京市 天津市 上海市 重庆市
河北省:石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
山西省:太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
内蒙古自治区:呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟
辽宁省:沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
吉林省:长春 吉林 四平 辽源 通化 白山 松原 白城 延边朝鲜族自治州
黑龙江省:哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭地区
江苏省:南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
浙江省:杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水
安徽省:合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福建省:福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
江西省:南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
山东省:济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
河南省:郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店
湖北省:武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施土家族苗族自治州
湖南省:长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西土家族苗族自治州
广东省:广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
广西壮族自治区:南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
海南省:海口 三亚 三沙 儋州
四川省:成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州
贵州省:贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州
云南省:昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄彝族自治州 红河哈尼族彝族自治州 文山壮族苗族自治州 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州 怒江傈僳族自治州 迪庆藏族自治州
西藏自治区:拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区
陕西省:西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃省:兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏回族自治州 甘南藏族自治州
青海省:西宁 海东 海北藏族自治州 黄南藏族自治州 海南藏族自治州 果洛藏族自治州 玉树藏族自治州 海西蒙古族藏族自治州
宁夏回族自治区:银川 石嘴山 吴忠 固原 中卫
新疆维吾尔自治区:乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉回族自治州 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 阿克苏地区 克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 塔城地区 阿勒泰地区
香港特别行政区 澳门特别行政区
`;

/**
 * Prefectures of the revisions of GB/T 2260 since 1984 whose names are no longer in use. A prefecture that became a city of
 * the same name (郴州地区) is told by its suffix.
 */
const FORMER_TABLE = `
山西省:雁北地区 忻县地区 晋东南地区
内蒙古自治区:昭乌达盟 哲里木盟 伊克昭盟
吉林省:浑江
黑龙江省:松花江地区 合江地区 嫩江地区
江苏省:淮阴
安徽省:宿县地区 滁县地区 徽州地区
福建省:建阳地区 晋江地区 龙溪地区
山东省:惠民地区 昌潍地区 莱芜
湖北省:襄樊 荆沙 沙市 郧阳地区 鄂西土家族苗族自治州
湖南省:零陵地区 黔阳地区 大庸
广东省:梅县地区 惠阳地区
广西壮族自治区:贺县地区
四川省:万县 涪陵 黔江地区 达川地区 达县地区
云南省:思茅 东川
宁夏回族自治区:银南地区
新疆维吾尔自治区:伊犁地区
`;

const PEOPLES = '朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|维吾尔|哈萨克|柯尔克孜';
const SUFFIX = new RegExp(`(?:特别行政区|(?:(?:${PEOPLES})族?){0,2}自治[区州]|省|市|盟|地区)$`);

export interface Prefecture {
  /** 衡阳市. */
  name: string;
  /** 衡阳. */
  short: string;
  /** 湖南省. */
  province: string;
}

/** Full names of the provinces. */
export const PROVINCES: readonly string[] = TABLE.trim()
  .split('\n')
  .flatMap((row) => row.split(':', 1)[0]!.split(' '));

export const PREFECTURES: readonly Prefecture[] = prefecturesOf(TABLE);

/** Those whose names have gone out of use. */
export const FORMER_PREFECTURES: readonly Prefecture[] = prefecturesOf(FORMER_TABLE);

function prefecturesOf(table: string): Prefecture[] {
  return table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [province, members] = row.split(':');
      return (members ?? '')
        .split(' ')
        .filter(Boolean)
        .map((member) => {
          const short = shortName(member);
          return { name: short === member ? `${member}市` : member, short, province: province! };
        });
    });
}

/** 湖南省 → 湖南, 内蒙古自治区 → 内蒙古, 湘西土家族苗族自治州 → 湘西, 衡阳市 → 衡阳. */
export function shortName(name: string): string {
  if (name.endsWith('自治区')) return name.slice(0, name.startsWith('内蒙古') ? 3 : 2);
  return name.replace(SUFFIX, '');
}

/** Cities of the county's rank that stand right under their province or, with a division of the corps, under Xinjiang. */
export const DIRECT_CITIES: readonly string[] =
  '仙桃 潜江 天门 济源 五指山 琼海 文昌 万宁 东方 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河 新星 白杨'
    .split(' ')
    .map((name) => `${name}市`);
